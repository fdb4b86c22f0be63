import { and, eq } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { transmissions } from '../schema/index.ts';

export type Transmission = typeof transmissions.$inferSelect;

/** Records a handing over, or returns the one that an earlier try of the same asking recorded. */
export async function addTransmissionOnce(
  executor: Executor,
  transmission: Transmission,
): Promise<Transmission> {
  const [added] = await executor.insert(transmissions).values(transmission).onConflictDoNothing().returning();
  if (added !== undefined) return added;
  const [stored] = await executor
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.caseNo, transmission.caseNo), eq(transmissions.n, transmission.n)));
  if (stored === undefined) throw new Error('a transmission was recorded and is not there');
  return stored;
}
