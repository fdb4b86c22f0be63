import { eq, sql } from 'drizzle-orm';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { unitLevels } from '../../domain/units/unit.ts';
import { contentOf, unitFrom } from '../../domain/units/unit-content.ts';
import type { Executor } from '../database.ts';
import { units } from '../schema/index.ts';
import type { DirectoryChange } from './directory.ts';

/** A unit as it was read: whoever changes it says which version he has seen. */
export type StoredUnit = Unit & { readonly version: number };

/** Every unit; the tree changes rarely and is read as a whole. */
export async function listUnits(executor: Executor): Promise<StoredUnit[]> {
  const rows = await executor.select().from(units);
  return rows.map(unitOf);
}

export async function findUnit(executor: Executor, code: UnitCode): Promise<StoredUnit | undefined> {
  const [row] = await executor.select().from(units).where(eq(units.code, code));
  return row && unitOf(row);
}

function unitOf({
  version,
  changedBy: _by,
  changedAt: _at,
  ...content
}: typeof units.$inferSelect): StoredUnit {
  return { ...unitFrom(content), version };
}

/** Which of some units have had cases, anywhere: their level stays what it was. */
export async function listUnitsWithCases(
  executor: Executor,
  codes: readonly UnitCode[],
): Promise<Set<UnitCode>> {
  const rows = await executor.execute<{ code: UnitCode }>(
    sql`select code from units_with_cases(${sql.param([...codes])}::text[]) as code`,
  );
  return new Set(rows.map(({ code }) => code));
}

// Postgres takes 65,535 parameters in a statement, and a unit has ten.
const batchSize = 1000;

/** Adds units or brings them up to date, whatever their version. `change` says by whom, but for a first load. */
export async function saveUnits(
  executor: Executor,
  all: readonly Unit[],
  change?: DirectoryChange,
): Promise<void> {
  // From the top: a unit stands below one that is there, for the foreign key as for the policies.
  for (const level of unitLevels) {
    const ofLevel = all.filter((unit) => unit.level === level);
    for (let start = 0; start < ofLevel.length; start += batchSize) {
      await saveBatch(executor, ofLevel.slice(start, start + batchSize), change);
    }
  }
}

async function saveBatch(
  executor: Executor,
  batch: readonly Unit[],
  change: DirectoryChange | undefined,
): Promise<void> {
  const by = { changedBy: change?.by ?? null, changedAt: change?.at ?? null };
  await executor
    .insert(units)
    .values(batch.map((unit) => ({ ...contentOf(unit), ...by })))
    .onConflictDoUpdate({
      target: units.code,
      set: {
        parentCode: sql`excluded.parent_code`,
        name: sql`excluded.name`,
        level: sql`excluded.level`,
        region: sql`excluded.region`,
        address: sql`excluded.address`,
        telephone: sql`excluded.telephone`,
        version: sql`${units.version} + 1`,
        changedBy: sql`excluded.changed_by`,
        changedAt: sql`excluded.changed_at`,
      },
    });
}
