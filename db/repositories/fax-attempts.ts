import type { SQL } from 'drizzle-orm';
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
export function listFaxAttempts(executor: Executor, caseNo: CaseNo, n: number): Promise<FaxAttempt[]> {
  return readAttempts(executor, and(eq(faxAttempts.caseNo, caseNo), eq(faxAttempts.n, n)));
}

/** The faxes of a case, oldest first. */
export function listFaxAttemptsOfCase(executor: Executor, caseNo: CaseNo): Promise<FaxAttempt[]> {
  return readAttempts(executor, eq(faxAttempts.caseNo, caseNo));
}

async function readAttempts(executor: Executor, which: SQL | undefined): Promise<FaxAttempt[]> {
  const rows = await executor
    .select()
    .from(faxAttempts)
    .where(which)
    .orderBy(asc(faxAttempts.n), asc(faxAttempts.attempt));
  return rows.map(({ outcome, endedAt, pagesSent, jobId, ...attempt }) => ({
    ...attempt,
    end:
      outcome === null || endedAt === null || pagesSent === null
        ? null
        : { outcome, endedAt, pagesSent, jobId },
  }));
}
