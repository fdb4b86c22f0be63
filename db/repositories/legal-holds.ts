import { eq, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { legalHolds } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type LegalHold = Opened<typeof legalHolds.$inferSelect>;

/**
 * Holds a case; one that is held already keeps its first reason. Undefined when retention has taken its personal data
 * out: there is nothing left to hold.
 */
export function holdCase(executor: Executor, hold: LegalHold): Promise<LegalHold | undefined> {
  return executor.transaction(async (transaction) => {
    const [locked] = await transaction.execute<{ is_kept: true | null }>(
      sql`select lock_case_for_hold(${hold.caseNo}) as is_kept`,
    );
    if (locked?.is_kept !== true) return undefined;
    await transaction
      .insert(legalHolds)
      .values(sealRow(transaction, legalHolds, hold))
      .onConflictDoNothing();
    const held = await findHold(transaction, hold.caseNo);
    // Released between the two statements: it is held anew.
    return held ?? holdCase(transaction, hold);
  });
}

export async function findHold(executor: Executor, caseNo: CaseNo): Promise<LegalHold | undefined> {
  const [hold] = await executor.select().from(legalHolds).where(eq(legalHolds.caseNo, caseNo));
  return hold && openRow(executor, legalHolds, hold);
}

export async function releaseCase(executor: Executor, caseNo: CaseNo): Promise<void> {
  await executor.delete(legalHolds).where(eq(legalHolds.caseNo, caseNo));
}
