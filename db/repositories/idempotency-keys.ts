import { and, eq } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { idempotencyKeys } from '../schema/index.ts';

export type IdempotencyKey = typeof idempotencyKeys.$inferSelect;

/** Remembers a request before it is carried out, or returns what an earlier one with the same key left. */
export async function claimKey(
  executor: Executor,
  claim: Pick<IdempotencyKey, 'principal' | 'key' | 'fingerprint' | 'createdAt'>,
): Promise<IdempotencyKey> {
  await executor.insert(idempotencyKeys).values(claim).onConflictDoNothing();
  const [stored] = await executor.select().from(idempotencyKeys).where(keyIs(claim));
  if (stored === undefined) throw new Error('an idempotency key was claimed and is not there');
  return stored;
}

/** What stands under a claimed key, held against repeats of the same request until the transaction ends. */
export async function lockKey(
  executor: Executor,
  key: Pick<IdempotencyKey, 'principal' | 'key'>,
): Promise<IdempotencyKey> {
  const [stored] = await executor.select().from(idempotencyKeys).where(keyIs(key)).for('update');
  if (stored === undefined) throw new Error('an idempotency key was claimed and is not there');
  return stored;
}

/** Ties a key to the case that its submission was given; belongs in the submission's transaction. */
export async function assignCase(
  executor: Executor,
  key: Pick<IdempotencyKey, 'principal' | 'key'>,
  caseNo: NonNullable<IdempotencyKey['caseNo']>,
): Promise<void> {
  await executor.update(idempotencyKeys).set({ caseNo }).where(keyIs(key));
}

/** Keeps the answer, for whoever asks again. */
export async function keepAnswer(
  executor: Executor,
  key: Pick<IdempotencyKey, 'principal' | 'key'>,
  answer: { status: number; body: unknown },
): Promise<void> {
  await executor.update(idempotencyKeys).set(answer).where(keyIs(key));
}

function keyIs({ principal, key }: Pick<IdempotencyKey, 'principal' | 'key'>) {
  return and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key));
}
