import { eq } from 'drizzle-orm';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { directoryPersons } from '../schema/index.ts';

/** The units at which the directory names a system administrator. */
export async function listAdministratorUnits(executor: Executor): Promise<UnitCode[]> {
  const rows = await executor
    .select({ unitCode: directoryPersons.unitCode })
    .from(directoryPersons)
    .where(eq(directoryPersons.post, 'system_administrator'))
    .groupBy(directoryPersons.unitCode);
  return rows.map(({ unitCode }) => unitCode);
}
