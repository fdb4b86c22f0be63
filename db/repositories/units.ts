import { sql } from 'drizzle-orm';
import type { Unit } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { units } from '../schema/index.ts';

/** Every unit; the tree changes rarely and is read as a whole. */
export async function listUnits(executor: Executor): Promise<Unit[]> {
  const rows = await executor.select().from(units);
  return rows.map(unitOf);
}

function unitOf({
  code,
  parentCode,
  level,
  name,
  region,
  address,
  telephone,
}: typeof units.$inferSelect): Unit {
  const base = { code, name, region };
  if (level === 'province') return { ...base, level, parentCode: null };
  if (parentCode === null) throw new Error(`unit ${code} stands below nothing`);
  if (level !== 'station') return { ...base, level, parentCode };
  return { ...base, level, parentCode, address: address ?? '', telephone: telephone ?? '' };
}

/** Adds units or brings them up to date. Needs the owner's connection: no process may change the tree. */
export async function saveUnits(executor: Executor, all: readonly Unit[]): Promise<void> {
  await executor
    .insert(units)
    .values([...all])
    .onConflictDoUpdate({
      target: units.code,
      set: {
        parentCode: sql`excluded.parent_code`,
        name: sql`excluded.name`,
        level: sql`excluded.level`,
        region: sql`excluded.region`,
        address: sql`excluded.address`,
        telephone: sql`excluded.telephone`,
      },
    });
}
