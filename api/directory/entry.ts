import type { EntryContent } from '../../domain/directory/entry-checks.ts';
import { checkEntry } from '../../domain/directory/entry-checks.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import { checkName } from '../../domain/identity/name.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { UnitLevel } from '../../domain/units/unit.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { Problem } from '../problems.ts';
import type { PersonBody } from '../schemas/directory.ts';
import type { FieldFault } from '../schemas/problem.ts';

/** An entry as it was handed in; whoever hands it in confirms it. */
export function entryOf({ unitCode, post }: Seat, body: PersonBody, today: PlainDate): EntryContent {
  const check = checkName(body.name);
  return {
    unitCode,
    post,
    name: check.valid ? check.name : body.name,
    officerId: body.officerId ?? null,
    telephone: body.telephone,
    email: body.email ?? null,
    faxNumber: body.faxNumber ?? null,
    validFrom: body.validFrom === undefined ? today : parsePlainDate(body.validFrom),
    validUntil: body.validUntil == null ? null : parsePlainDate(body.validUntil),
    lastConfirmedOn: today,
    absences: absencesOf(body.absences ?? []),
  };
}

export function absencesOf(absences: NonNullable<PersonBody['absences']>): EntryContent['absences'] {
  return absences.map(({ from, to }) => ({ from: parsePlainDate(from), to: parsePlainDate(to) }));
}

/** @throws {Problem} 422 with everything in an entry that does not fit together. */
export function requireSound(entry: EntryContent, tree: UnitTree, today: PlainDate): void {
  const errors = entryFaults(entry, getUnit(tree, entry.unitCode).level, today);
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

export function entryFaults(entry: EntryContent, level: UnitLevel, today: PlainDate): FieldFault[] {
  return checkEntry(entry, level, today).map(({ field, code, message }) => ({
    pointer: `/${field}`,
    code,
    message,
  }));
}
