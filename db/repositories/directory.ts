import { and, asc, eq, sql } from 'drizzle-orm';
import type { Absence, DirectoryPerson, PersonId } from '../../domain/directory/person.ts';
import type { Post } from '../../domain/directory/post.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { directoryAbsences, directoryPersons } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRows, sealRow } from '../sealed-rows.ts';

/** An entry as it was read: whoever changes it says which version he has seen. */
export interface StoredPerson extends DirectoryPerson {
  readonly version: number;
}

/** By whom and when something in the directory was changed. */
export interface DirectoryChange {
  readonly by: string;
  readonly at: Instant;
}

type PersonRow = Opened<typeof directoryPersons.$inferSelect>;

/** Every entry of some units, ended ones among them, by unit. */
export async function listPersonsOfUnits(
  executor: Executor,
  units: readonly UnitCode[],
): Promise<StoredPerson[]> {
  if (units.length === 0) return [];
  const rows = await executor
    .select()
    .from(directoryPersons)
    .where(sql`${directoryPersons.unitCode} = any(${sql.param([...units])})`)
    .orderBy(asc(directoryPersons.unitCode), asc(directoryPersons.id));
  return withAbsences(executor, openRows(executor, directoryPersons, rows));
}

export interface PersonPosition {
  readonly unitCode: UnitCode;
  readonly id: PersonId;
}

/** A page of the entries of some units and of a post, in the order of units, behind `after`. */
export async function listPersons(
  executor: Executor,
  filter: {
    readonly units: readonly UnitCode[];
    readonly post?: Post | undefined;
    readonly after?: PersonPosition | undefined;
    readonly limit: number;
  },
): Promise<StoredPerson[]> {
  const { units, post, after, limit } = filter;
  const { unitCode, id } = directoryPersons;
  const rows = await executor
    .select()
    .from(directoryPersons)
    .where(
      and(
        sql`${unitCode} = any(${sql.param([...units])})`,
        post === undefined ? undefined : eq(directoryPersons.post, post),
        after === undefined ? undefined : sql`(${unitCode}, ${id}) > (${after.unitCode}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(unitCode), asc(id))
    .limit(limit);
  return withAbsences(executor, openRows(executor, directoryPersons, rows));
}

export async function findPerson(executor: Executor, id: PersonId): Promise<StoredPerson | undefined> {
  const rows = await executor.select().from(directoryPersons).where(eq(directoryPersons.id, id));
  const [person] = await withAbsences(executor, openRows(executor, directoryPersons, rows));
  return person;
}

/** Entries by their ids, as far as there are any. */
export async function listPersonsById(executor: Executor, ids: readonly PersonId[]): Promise<StoredPerson[]> {
  if (ids.length === 0) return [];
  const rows = await executor
    .select()
    .from(directoryPersons)
    .where(sql`${directoryPersons.id} = any(${sql.param([...ids])}::uuid[])`);
  return withAbsences(executor, openRows(executor, directoryPersons, rows));
}

/** Lets one import at a time read what is there and write, until the transaction ends. */
export async function lockImports(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtextextended('directory_imports', 2))`);
}

// Postgres takes 65,535 parameters in a statement, and an entry has thirteen.
const batchSize = 1000;

/** Adds entries, or overwrites those that are there, whatever their version. For imports and samples. */
export async function savePersons(
  executor: Executor,
  persons: readonly DirectoryPerson[],
  change: DirectoryChange,
): Promise<void> {
  for (let start = 0; start < persons.length; start += batchSize) {
    const batch = persons.slice(start, start + batchSize);
    await executor
      .insert(directoryPersons)
      .values(batch.map((person) => sealRow(executor, directoryPersons, rowOf(person, change))))
      .onConflictDoUpdate({
        target: directoryPersons.id,
        set: {
          name: sql`excluded.name`,
          telephone: sql`excluded.telephone`,
          email: sql`excluded.email`,
          faxNumber: sql`excluded.fax_number`,
          officerId: sql`excluded.officer_id`,
          validFrom: sql`excluded.valid_from`,
          validUntil: sql`excluded.valid_until`,
          lastConfirmedOn: sql`excluded.last_confirmed_on`,
          version: sql`${directoryPersons.version} + 1`,
          changedBy: sql`excluded.changed_by`,
          changedAt: sql`excluded.changed_at`,
        },
      });
    await replaceAbsences(executor, batch);
  }
}

/** Adds an entry; a repeat under the same id adds nothing. */
export async function addPerson(
  executor: Executor,
  person: DirectoryPerson,
  change: DirectoryChange,
): Promise<void> {
  const added = await executor
    .insert(directoryPersons)
    .values(sealRow(executor, directoryPersons, rowOf(person, change)))
    .onConflictDoNothing()
    .returning({ id: directoryPersons.id });
  if (added.length > 0) await replaceAbsences(executor, [person]);
}

/** Writes an entry over the version that was seen; `outdated`, with nothing written, when it is not the newest. */
export async function changePerson(
  executor: Executor,
  { version, ...person }: StoredPerson,
  change: DirectoryChange,
): Promise<'changed' | 'outdated'> {
  const changed = await executor
    .update(directoryPersons)
    .set(sealRow(executor, directoryPersons, { ...rowOf(person, change), version: version + 1 }))
    .where(and(eq(directoryPersons.id, person.id), eq(directoryPersons.version, version)))
    .returning({ id: directoryPersons.id });
  if (changed.length === 0) return 'outdated';
  await replaceAbsences(executor, [person]);
  return 'changed';
}

async function replaceAbsences(executor: Executor, persons: readonly DirectoryPerson[]): Promise<void> {
  const ids = persons.map(({ id }) => id);
  await executor
    .delete(directoryAbsences)
    .where(sql`${directoryAbsences.personId} = any(${sql.param(ids)}::uuid[])`);
  const absences = persons.flatMap(({ id, absences: ofPerson }) =>
    ofPerson.map(({ from, to }) => ({ personId: id, fromDate: from, toDate: to })),
  );
  for (let start = 0; start < absences.length; start += batchSize) {
    await executor.insert(directoryAbsences).values(absences.slice(start, start + batchSize));
  }
}

function rowOf({ absences: _, ...person }: DirectoryPerson, { by, at }: DirectoryChange) {
  return { ...person, version: 1, changedBy: by, changedAt: at };
}

async function withAbsences(executor: Executor, rows: readonly PersonRow[]): Promise<StoredPerson[]> {
  const ids = rows.map(({ id }) => id);
  const absences =
    ids.length === 0
      ? []
      : await executor
          .select()
          .from(directoryAbsences)
          .where(sql`${directoryAbsences.personId} = any(${sql.param(ids)}::uuid[])`)
          .orderBy(asc(directoryAbsences.fromDate));
  const byPerson = Map.groupBy(absences, ({ personId }) => personId);
  return rows.map(({ changedBy: _by, changedAt: _at, ...person }) => ({
    ...person,
    absences: (byPerson.get(person.id) ?? []).map(({ fromDate, toDate }): Absence => ({
      from: fromDate,
      to: toDate,
    })),
  }));
}
