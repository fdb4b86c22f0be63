import type { PlainDate } from '../time/plain-date.ts';
import type { Seat } from './chain.ts';
import type { EntryContent } from './entry-checks.ts';
import type { DirectoryPerson, PersonId } from './person.ts';

/** Which entry a line of an import means: that of an id, or else the one of that name in that post. */
export interface ImportKey extends Seat {
  readonly line: number;
  readonly id: PersonId | null;
  readonly name: string;
}

export interface ImportFault {
  readonly line: number;
  readonly field: 'id' | 'unitCode' | 'post' | 'name';
  readonly code: 'unknown_id' | 'seat_fixed' | 'ambiguous' | 'repeated';
  readonly message: string;
}

export interface ImportMatch<Key extends ImportKey> {
  readonly key: Key;
  /** Null for somebody new. */
  readonly entry: DirectoryPerson | null;
}

/**
 * Finds the entry that each line means. A file may be imported again without doubling anybody: a line without an id is
 * the entry of that name in that post that has not ended, if there is one. Entries never change their seat.
 */
export function matchImport<Key extends ImportKey>(
  keys: readonly Key[],
  entries: readonly DirectoryPerson[],
  today: PlainDate,
): { matches: ImportMatch<Key>[]; faults: ImportFault[] } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const current = entries.filter(({ validUntil }) => validUntil === null || validUntil >= today);
  const byName = Map.groupBy(current, nameKeyOf);
  const lineOf = new Map<string, number>();
  const matches: ImportMatch<Key>[] = [];
  const faults: ImportFault[] = [];

  for (const key of keys) {
    const found = key.id === null ? (byName.get(nameKeyOf(key)) ?? []) : [byId.get(key.id)];
    const fault = faultOf(key, found);
    const [entry = null] = found;
    const target = entry?.id ?? nameKeyOf(key);
    const first = lineOf.get(target);
    if (fault !== undefined) faults.push(fault);
    else if (first !== undefined) {
      const message = `与第${first}行是同一人，请只留一行。`;
      faults.push({ line: key.line, field: 'name', code: 'repeated', message });
    } else {
      lineOf.set(target, key.line);
      matches.push({ key, entry });
    }
  }
  return { matches, faults };
}

function faultOf(
  { line, id, unitCode, post }: ImportKey,
  found: readonly (DirectoryPerson | undefined)[],
): ImportFault | undefined {
  const [entry] = found;
  if (id !== null && entry === undefined) {
    return { line, field: 'id', code: 'unknown_id', message: '目录中没有这个编号；新增人员请将编号留空。' };
  }
  if (found.length > 1) {
    return { line, field: 'id', code: 'ambiguous', message: '本单位该职务有同名人员，请填写编号以区分。' };
  }
  if (entry !== undefined && (entry.unitCode !== unitCode || entry.post !== post)) {
    const field = entry.unitCode === unitCode ? 'post' : 'unitCode';
    const message = '已有条目的单位和职务不能改；请填写任职截止日，另起一行新增。';
    return { line, field, code: 'seat_fixed', message };
  }
  return undefined;
}

function nameKeyOf({ unitCode, post, name }: Seat & { readonly name: string }): string {
  return `${unitCode} ${post} ${name}`;
}

/** Whether an import changes nothing in an entry. */
export function isSameEntry(one: EntryContent, other: EntryContent): boolean {
  const factsOf = (entry: EntryContent) => [
    entry.name,
    entry.telephone,
    entry.email,
    entry.faxNumber,
    entry.officerId,
    entry.validFrom,
    entry.validUntil,
    entry.lastConfirmedOn,
    entry.absences.map(({ from, to }) => `${from} ${to}`).sort(),
  ];
  return JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));
}
