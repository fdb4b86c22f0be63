import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { FaxAttempt, FaxEnd } from '../../domain/fax/attempt.ts';
import type { Executor } from '../database.ts';
import { faxAttempts } from '../schema/index.ts';

/** Writes down a fax that is about to be queued. Fails when the same attempt was begun before. */
export async function addFaxAttempt(executor: Executor, { end: _, ...attempt }: FaxAttempt): Promise<void> {
  await executor.insert(faxAttempts).values(attempt);
}

/** Writes down how a fax ended; the first to see it is believed. */
export async function endFaxAttempt(
  executor: Executor,
  { caseNo, n, attempt }: FaxAttempt,
  end: FaxEnd,
): Promise<void> {
  await executor
    .update(faxAttempts)
    .set(end)
    .where(
      and(
        eq(faxAttempts.caseNo, caseNo),
        eq(faxAttempts.n, n),
        eq(faxAttempts.attempt, attempt),
        isNull(faxAttempts.outcome),
      ),
    );
}

/** The faxes of the n-th handing over, oldest first. */
export async function listFaxAttempts(executor: Executor, caseNo: CaseNo, n: number): Promise<FaxAttempt[]> {
  const rows = await executor
    .select()
    .from(faxAttempts)
    .where(and(eq(faxAttempts.caseNo, caseNo), eq(faxAttempts.n, n)))
    .orderBy(asc(faxAttempts.attempt));
  return rows.map(({ outcome, endedAt, pagesSent, jobId, ...attempt }) => ({
    ...attempt,
    end:
      outcome === null || endedAt === null || pagesSent === null
        ? null
        : { outcome, endedAt, pagesSent, jobId },
  }));
}
