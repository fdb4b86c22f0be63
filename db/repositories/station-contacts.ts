import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { StationContacts, Succession } from '../../domain/directory/station-contacts.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { stationContacts } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';
import type { DirectoryChange } from './directory.ts';

/** Contacts as they were read: whoever changes them says which version he has seen. */
export interface StoredContacts extends StationContacts {
  readonly version: number;
}

export async function findContacts(
  executor: Executor,
  unitCode: UnitCode,
): Promise<StoredContacts | undefined> {
  const [row] = await executor.select().from(stationContacts).where(eq(stationContacts.unitCode, unitCode));
  return row && contactsOf(openRow(executor, stationContacts, row));
}

/** Contacts of some stations, as far as they were entered. */
export async function listContacts(
  executor: Executor,
  units: readonly UnitCode[],
): Promise<StoredContacts[]> {
  if (units.length === 0) return [];
  const rows = await executor
    .select()
    .from(stationContacts)
    .where(sql`${stationContacts.unitCode} = any(${sql.param([...units])})`);
  return openRows(executor, stationContacts, rows).map(contactsOf);
}

/** What every unit may know of every station, also where nobody's scope is set. */
export async function listDutyTelephones(
  executor: Executor,
): Promise<Pick<StationContacts, 'unitCode' | 'dutyTelephone' | 'lastConfirmedOn'>[]> {
  const rows = await executor.execute<{ unit: UnitCode; telephone: string; confirmed: PlainDate }>(
    sql`select unit_code as unit, duty_telephone as telephone, last_confirmed_on::text as confirmed from duty_telephones()`,
  );
  return rows.map(({ unit, telephone, confirmed }) => ({
    unitCode: unit,
    dutyTelephone: telephone,
    lastConfirmedOn: confirmed,
  }));
}

/** Stations whose work may be done elsewhere, merged or shut: few, and needed as a whole to follow one. */
export async function listMovedStations(executor: Executor): Promise<StoredContacts[]> {
  const rows = await executor
    .select()
    .from(stationContacts)
    .where(or(isNotNull(stationContacts.successor), isNotNull(stationContacts.closedFrom)));
  return openRows(executor, stationContacts, rows).map(contactsOf);
}

/**
 * Lets the successors of merged stations see the open cases that they inherit on a day, whenever that was entered. What is
 * entered for the present, or taken back, holds at once, by a trigger.
 */
export async function shareCasesWithSuccessors(executor: Executor, today: PlainDate): Promise<void> {
  await executor.execute(sql`select share_cases_with_successors(${today}::date)`);
}

/** Every merger of stations (S35): few, and needed as a whole to follow one. */
export async function listSuccessions(executor: Executor): Promise<Map<UnitCode, Succession>> {
  const rows = await executor.select().from(stationContacts).where(isNotNull(stationContacts.successor));
  return new Map(
    openRows(executor, stationContacts, rows).flatMap((row) => {
      const { succession } = contactsOf(row);
      return succession === null ? [] : [[row.unitCode, succession] as const];
    }),
  );
}

/**
 * Writes contacts over the version that was seen, 0 for none; `outdated`, with nothing written, when another came
 * between.
 */
export async function changeContacts(
  executor: Executor,
  { version, ...contacts }: StoredContacts,
  change: DirectoryChange,
): Promise<'changed' | 'outdated'> {
  const row = sealRow(executor, stationContacts, { ...rowOf(contacts, change), version: version + 1 });
  const changed =
    version === 0
      ? await executor
          .insert(stationContacts)
          .values(row)
          .onConflictDoNothing()
          .returning({ unitCode: stationContacts.unitCode })
      : await executor
          .update(stationContacts)
          .set(row)
          .where(and(eq(stationContacts.unitCode, contacts.unitCode), eq(stationContacts.version, version)))
          .returning({ unitCode: stationContacts.unitCode });
  return changed.length > 0 ? 'changed' : 'outdated';
}

function rowOf(
  { succession, closure, faxNumbers, ...contacts }: StationContacts,
  { by, at }: DirectoryChange,
) {
  return {
    ...contacts,
    faxNumbers: [...faxNumbers],
    successor: succession?.successor ?? null,
    successorSince: succession?.since ?? null,
    closedFrom: closure?.from ?? null,
    closedTo: closure?.to ?? null,
    closedAlternative: closure?.alternative ?? null,
    changedBy: by,
    changedAt: at,
  };
}

function contactsOf({
  successor,
  successorSince,
  closedFrom,
  closedTo,
  closedAlternative: alternative,
  changedBy: _by,
  changedAt: _at,
  ...contacts
}: Opened<typeof stationContacts.$inferSelect>): StoredContacts {
  const succession =
    successor === null || successorSince === null ? null : { successor, since: successorSince };
  const closure =
    closedFrom === null || closedTo === null ? null : { from: closedFrom, to: closedTo, alternative };
  return { ...contacts, succession, closure };
}
