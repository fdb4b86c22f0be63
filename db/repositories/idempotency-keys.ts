import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { idempotencyKeys } from '../schema/index.ts';

export type IdempotencyKey = typeof idempotencyKeys.$inferSelect;

/** A request as it came: neither its key nor its content is stored. */
export interface KeyedRequest {
  readonly principal: string;
  readonly key: string;
  /** All that a repeat has in common with it. */
  readonly content: string;
  /** For the first that comes. */
  readonly commandId: CommandId;
  readonly createdAt: Instant;
}

const keySubject = 'idempotency_keys.key';
const fingerprintSubject = 'idempotency_keys.fingerprint';

/** Remembers a request before it is carried out, or returns what an earlier one with the same key left. */
export async function claimKey(
  executor: Executor,
  { principal, key, content, commandId, createdAt }: KeyedRequest,
): Promise<IdempotencyKey | 'of_another_request'> {
  const { keys } = executor;
  await executor
    .insert(idempotencyKeys)
    .values({
      ...{ principal, commandId, createdAt },
      key: keys.searchHash(keySubject, key),
      fingerprint: keys.searchHash(fingerprintSubject, content),
    })
    .onConflictDoNothing();
  const hashes = sql.param(keys.searchHashes(keySubject, key));
  // While the search key changes there may be two: everybody takes the one that came first.
  const [stored] = await executor
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), sql`${idempotencyKeys.key} = any(${hashes})`))
    .orderBy(asc(idempotencyKeys.createdAt), asc(idempotencyKeys.key))
    .limit(1);
  if (stored === undefined) throw new Error('an idempotency key was claimed and is not there');
  const isSame = keys.searchHashes(fingerprintSubject, content).includes(stored.fingerprint);
  return isSame ? stored : 'of_another_request';
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

/** Keeps with which status the request was answered, and what the answer names, for whoever asks again. */
export async function keepAnswer(
  executor: Executor,
  key: Pick<IdempotencyKey, 'principal' | 'key'>,
  answer: { readonly status: number; readonly reference?: string | null },
): Promise<void> {
  await executor.update(idempotencyKeys).set(answer).where(keyIs(key));
}

/** Deletes keys of before an instant, whose requests nobody repeats any more; answers of how many. */
export async function forgetKeys(executor: Executor, before: Instant): Promise<number> {
  const forgotten = await executor
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, before))
    .returning({ createdAt: idempotencyKeys.createdAt });
  return forgotten.length;
}

function keyIs({ principal, key }: Pick<IdempotencyKey, 'principal' | 'key'>) {
  return and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key));
}
