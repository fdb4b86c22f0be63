import { checkName, nameFaultSentences } from '../identity/name.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitLevel } from '../units/unit.ts';
import type { DirectoryPerson } from './person.ts';
import { isPostAt, postRules } from './post.ts';

/** What an entry says; the rest is given to it. */
export type EntryContent = Omit<DirectoryPerson, 'id'>;

/** Something that does not fit together in an entry, at the field that has to be changed. */
export interface EntryFault {
  readonly field: keyof EntryContent;
  readonly code:
    | 'wrong_name'
    | 'wrong_level'
    | 'ends_before_start'
    | 'in_future'
    | 'absence_reversed'
    | 'absences_overlap';
  readonly message: string;
}

/** Everything in an entry that does not fit together, or to the level of its unit. */
export function checkEntry(entry: EntryContent, level: UnitLevel, today: PlainDate): EntryFault[] {
  const { name, post, validFrom, validUntil, lastConfirmedOn, absences } = entry;
  const faults: (EntryFault | false)[] = [
    nameFault(name) ?? false,
    !isPostAt(post, level) && {
      field: 'post',
      code: 'wrong_level',
      message: `本单位没有“${postRules[post].title}”这一职务。`,
    },
    validUntil !== null &&
      validUntil < validFrom && {
        field: 'validUntil',
        code: 'ends_before_start',
        message: '任职截止日不能早于任职起始日。',
      },
    lastConfirmedOn > today && {
      field: 'lastConfirmedOn',
      code: 'in_future',
      message: '最近确认日不能晚于今天。',
    },
    absences.some(({ from, to }) => to < from) && {
      field: 'absences',
      code: 'absence_reversed',
      message: '请假的截止日不能早于起始日。',
    },
    overlap(absences) && {
      field: 'absences',
      code: 'absences_overlap',
      message: '请假的日期不能互相重叠。',
    },
  ];
  return faults.filter((fault) => fault !== false);
}

function nameFault(name: string): EntryFault | undefined {
  const check = checkName(name);
  if (check.valid) return undefined;
  return { field: 'name', code: 'wrong_name', message: nameFaultSentences[check.reason] };
}

function overlap(absences: EntryContent['absences']): boolean {
  const sorted = absences.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.some(({ from }, index) => {
    const before = sorted[index - 1];
    return before !== undefined && from <= before.to;
  });
}
