import type { Executor } from '../database.ts';
import type { Opened } from '../sealed-rows.ts';
import { sealRow } from '../sealed-rows.ts';
import { unmaskings } from '../schema/index.ts';

export type Unmasking = Opened<typeof unmaskings.$inferSelect>;

/** Records a reading in full, in the transaction that reads; a repeat of the request records nothing more. */
export async function recordUnmask(executor: Executor, unmasking: Unmasking): Promise<void> {
  await executor
    .insert(unmaskings)
    .values(sealRow(executor, unmaskings, unmasking))
    .onConflictDoNothing();
}
