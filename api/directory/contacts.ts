import type { StoredContacts } from '../../db/repositories/station-contacts.ts';
import { checkContacts } from '../../domain/directory/contacts-checks.ts';
import type { Keeper } from '../../domain/directory/maintainers.ts';
import type { Closure, StationContacts, Succession } from '../../domain/directory/station-contacts.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { Problem } from '../problems.ts';
import type { ContactsBody } from '../schemas/directory.ts';
import type { FieldFault } from '../schemas/problem.ts';

/** Contacts as they were handed in; whoever hands them in confirms them. */
export function contactsOf(unitCode: UnitCode, body: ContactsBody, today: PlainDate): StationContacts {
  return {
    unitCode,
    dutyTelephone: body.dutyTelephone ?? null,
    faxNumbers: body.faxNumbers ?? [],
    groupRobotUrl: body.groupRobotUrl ?? null,
    lastConfirmedOn: today,
    succession:
      body.successor == null
        ? null
        : {
            successor: parseUnitCode(body.successor.unitCode),
            since: parsePlainDate(body.successor.since),
          },
    closure: closureOf(body.closure),
  };
}

function closureOf(closure: ContactsBody['closure']): Closure | null {
  if (closure == null) return null;
  const { from, to, alternative } = closure;
  return {
    from: parsePlainDate(from),
    to: parsePlainDate(to),
    alternative: alternative == null ? null : parseUnitCode(alternative),
  };
}

/** What contacts are judged by. */
export interface ContactsContext {
  readonly tree: UnitTree;
  readonly keeper: Keeper;
  readonly today: PlainDate;
  readonly before: StoredContacts | undefined;
  readonly successions: ReadonlyMap<UnitCode, Succession>;
}

export function contactsFaults(
  contacts: StationContacts,
  { tree, keeper, today, before, successions }: ContactsContext,
): FieldFault[] {
  const faults = checkContacts(contacts, {
    tree,
    keeper,
    today,
    before: { succession: before?.succession ?? null, closure: before?.closure ?? null },
    successionOf: (code) => successions.get(code) ?? null,
  });
  return faults.map(({ field, code, message }) => ({
    pointer: field === 'succession' ? '/successor' : `/${field}`,
    code,
    message,
  }));
}

/** @throws {Problem} 422 with everything in contacts that cannot be. */
export function requireSoundContacts(contacts: StationContacts, context: ContactsContext): void {
  const errors = contactsFaults(contacts, context);
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}
