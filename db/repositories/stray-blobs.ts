import { asc, inArray, lt } from 'drizzle-orm';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { strayBlobs } from '../schema/index.ts';

export type StrayBlob = typeof strayBlobs.$inferSelect;

/** Notes what is about to be put into the object store. */
export async function noteStrays(executor: Executor, strays: readonly StrayBlob[]): Promise<void> {
  if (strays.length > 0) await executor.insert(strayBlobs).values([...strays]);
}

/**
 * Strikes out what attachments name from now on, in the transaction that adds them.
 * @throws {Error} when the sweep was faster: the bytes are gone.
 */
export async function strikeOutStrays(executor: Executor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const struckOut = await executor
    .delete(strayBlobs)
    .where(inArray(strayBlobs.id, [...ids]))
    .returning({ id: strayBlobs.id });
  if (struckOut.length !== ids.length) throw new Error('attachments came too long after their bytes');
}

/** Which of these no attachment names, held against whoever would add one or remove them too. */
export function lockStrays(executor: Executor, ids: readonly string[]): Promise<StrayBlob[]> {
  return executor
    .select()
    .from(strayBlobs)
    .where(inArray(strayBlobs.id, [...ids]))
    .for('update', { skipLocked: true });
}

/** The next that may be removed, held against whoever would add an attachment or remove them too. */
export function lockRemovableStrays(executor: Executor, now: Instant, limit: number): Promise<StrayBlob[]> {
  return executor
    .select()
    .from(strayBlobs)
    .where(lt(strayBlobs.removableAt, now))
    .orderBy(asc(strayBlobs.removableAt))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** Forgets what has been removed. */
export async function forgetStrays(executor: Executor, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await executor.delete(strayBlobs).where(inArray(strayBlobs.id, [...ids]));
}
