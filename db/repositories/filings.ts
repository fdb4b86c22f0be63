import { and, eq } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { filings } from '../schema/index.ts';

export type Filing = typeof filings.$inferSelect;

/** Records a filing, or returns the one that an earlier try of the same asking recorded. */
export async function addFilingOnce(executor: Executor, filing: Filing): Promise<Filing> {
  const [added] = await executor.insert(filings).values(filing).onConflictDoNothing().returning();
  if (added !== undefined) return added;
  const [stored] = await executor
    .select()
    .from(filings)
    .where(and(eq(filings.caseNo, filing.caseNo), eq(filings.n, filing.n)));
  if (stored === undefined) throw new Error('a filing was recorded and is not there');
  return stored;
}
