import { eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { legalHolds } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type LegalHold = Opened<typeof legalHolds.$inferSelect>;

/** Holds a case; one that is held already keeps its first reason. */
export async function holdCase(executor: Executor, hold: LegalHold): Promise<LegalHold> {
  await executor
    .insert(legalHolds)
    .values(sealRow(executor, legalHolds, hold))
    .onConflictDoNothing();
  const held = await findHold(executor, hold.caseNo);
  // Released between the two statements: it is held anew.
  return held ?? holdCase(executor, hold);
}

export async function findHold(executor: Executor, caseNo: CaseNo): Promise<LegalHold | undefined> {
  const [hold] = await executor.select().from(legalHolds).where(eq(legalHolds.caseNo, caseNo));
  return hold && openRow(executor, legalHolds, hold);
}

export async function releaseCase(executor: Executor, caseNo: CaseNo): Promise<void> {
  await executor.delete(legalHolds).where(eq(legalHolds.caseNo, caseNo));
}
