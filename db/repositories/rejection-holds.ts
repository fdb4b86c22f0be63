import { eq, sql } from 'drizzle-orm';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { rejectionHolds } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type RejectionHold = Opened<typeof rejectionHolds.$inferSelect>;

/** Holds a rejection, as `holdCase` does a case. Undefined when retention has taken out what it says of a person. */
export function holdRejection(executor: Executor, hold: RejectionHold): Promise<RejectionHold | undefined> {
  return executor.transaction(async (transaction) => {
    const [locked] = await transaction.execute<{ is_kept: true | null }>(
      sql`select lock_rejection_for_hold(${hold.no}) as is_kept`,
    );
    if (locked?.is_kept !== true) return undefined;
    await transaction
      .insert(rejectionHolds)
      .values(sealRow(transaction, rejectionHolds, hold))
      .onConflictDoNothing();
    const held = await findRejectionHold(transaction, hold.no);
    // Released between the two statements: it is held anew.
    return held ?? holdRejection(transaction, hold);
  });
}

export async function findRejectionHold(
  executor: Executor,
  no: RejectionNo,
): Promise<RejectionHold | undefined> {
  const [hold] = await executor.select().from(rejectionHolds).where(eq(rejectionHolds.no, no));
  return hold && openRow(executor, rejectionHolds, hold);
}

export async function releaseRejection(executor: Executor, no: RejectionNo): Promise<void> {
  await executor.delete(rejectionHolds).where(eq(rejectionHolds.no, no));
}
