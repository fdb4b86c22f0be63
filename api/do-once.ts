import type { FastifyReply } from 'fastify';
import type { Executor } from '../db/database.ts';
import { keepAnswer, lockKey } from '../db/repositories/idempotency-keys.ts';
import { withScope } from '../db/scope.ts';
import type { Principal } from '../platform/identity/principal.ts';
import type { ApiDeps } from './deps.ts';
import type { Claim } from './idempotency.ts';
import { sayReplayed } from './idempotency.ts';

/** How a request was carried out. */
interface Done<S extends number, T> {
  readonly status: S;
  /** The id by which a repeat finds what the answer names; null where the command id or the address says it. */
  readonly reference: string | null;
  readonly result: T;
  /** What has to be the last statement of the transaction. */
  readonly last?: () => Promise<void>;
}

/** What one transaction does, and what a repeat is answered with. */
interface Deed<S extends number, T> {
  readonly first: (executor: Executor) => Promise<Done<S, T>>;
  /** Reads what was brought about as it stands now: nothing of an answer is stored but ids, a secret least of all. */
  readonly again: (executor: Executor, reference: string | null) => Promise<T>;
}

/**
 * Carries a request out in one transaction with the mark that it was, so that its key brings it about once, whatever
 * crashes and however many come at the same moment: they wait for the first.
 * @throws {Problem} what `first` and `again` throw; nothing is kept then, and the request may be tried again.
 */
export function doOnce<S extends number, T>(
  { database }: Pick<ApiDeps, 'database'>,
  { caller, claim, reply }: { caller: Principal; claim: Claim; reply: FastifyReply },
  { first, again }: Deed<S, T>,
): Promise<Pick<Done<S, T>, 'status' | 'result'>> {
  const { storedKey } = claim;
  return withScope(database, caller.unitCode, async (executor) => {
    const earlier = storedKey && (await lockKey(executor, storedKey));
    if (earlier !== undefined && earlier.status !== null) {
      sayReplayed(reply);
      // The same operation kept it: the key belongs to its address.
      return { status: earlier.status as S, result: await again(executor, earlier.reference) };
    }
    const { status, reference, result, last } = await first(executor);
    if (storedKey !== undefined) await keepAnswer(executor, storedKey, { status, reference });
    await last?.();
    return { status, result };
  });
}
