import { and, asc, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { transmissions } from '../schema/index.ts';

export type Transmission = typeof transmissions.$inferSelect;

/** Records a handing over, or returns the one that an earlier try of the same asking recorded. */
export async function addTransmissionOnce(
  executor: Executor,
  transmission: typeof transmissions.$inferInsert,
): Promise<Transmission> {
  const [added] = await executor.insert(transmissions).values(transmission).onConflictDoNothing().returning();
  if (added !== undefined) return added;
  const stored = await findTransmission(executor, transmission.caseNo, transmission.n);
  if (stored === undefined) throw new Error('a transmission was recorded and is not there');
  return stored;
}

/** The n-th handing over of a case. */
export async function findTransmission(
  executor: Executor,
  caseNo: CaseNo,
  n: number,
): Promise<Transmission | undefined> {
  const [transmission] = await executor
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.caseNo, caseNo), eq(transmissions.n, n)));
  return transmission;
}

/** Every handing over of a case that took place, in their order. */
export function listTransmissions(executor: Executor, caseNo: CaseNo): Promise<Transmission[]> {
  return executor
    .select()
    .from(transmissions)
    .where(eq(transmissions.caseNo, caseNo))
    .orderBy(asc(transmissions.n));
}
