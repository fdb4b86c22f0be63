import { eq } from 'drizzle-orm';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { rejectionHolds } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type RejectionHold = Opened<typeof rejectionHolds.$inferSelect>;

/** Holds a rejection; one that is held already keeps its first reason. */
export async function holdRejection(executor: Executor, hold: RejectionHold): Promise<RejectionHold> {
  await executor
    .insert(rejectionHolds)
    .values(sealRow(executor, rejectionHolds, hold))
    .onConflictDoNothing();
  const held = await findRejectionHold(executor, hold.no);
  // Released between the two statements: it is held anew.
  return held ?? holdRejection(executor, hold);
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
