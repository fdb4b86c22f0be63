import { eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { legalHolds } from '../schema/index.ts';

export type LegalHold = typeof legalHolds.$inferSelect;

/** Holds a case; one that is held already keeps its first reason. */
export async function holdCase(executor: Executor, hold: LegalHold): Promise<LegalHold> {
  const [added] = await executor.insert(legalHolds).values(hold).onConflictDoNothing().returning();
  const held = added ?? (await findHold(executor, hold.caseNo));
  if (held === undefined) throw new Error('a case was held and is not');
  return held;
}

export async function findHold(executor: Executor, caseNo: CaseNo): Promise<LegalHold | undefined> {
  const [hold] = await executor.select().from(legalHolds).where(eq(legalHolds.caseNo, caseNo));
  return hold;
}

export async function releaseCase(executor: Executor, caseNo: CaseNo): Promise<void> {
  await executor.delete(legalHolds).where(eq(legalHolds.caseNo, caseNo));
}
