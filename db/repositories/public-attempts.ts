import { lt, sql } from 'drizzle-orm';
import type { AttemptSubject } from '../../domain/inquiry/attempt-limits.ts';
import { attemptLimits } from '../../domain/inquiry/attempt-limits.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs, instantFromEpochMs } from '../../domain/time/instant.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import type { Executor } from '../database.ts';
import { publicAttempts } from '../schema/index.ts';

/** Whose attempts are counted. */
export interface CountedSubject {
  readonly kind: AttemptSubject;
  readonly subject: string;
}

/** What counts stand under; a key that is turned begins them anew, and they would be forgotten within a day. */
function hashOf({ keys }: Pick<Executor, 'keys'>, { kind, subject }: CountedSubject): SearchHash {
  return keys.searchHash('public_attempts', `${kind} ${subject}`);
}

/**
 * Counts an attempt beforehand as one that fails, across all processes of the API.
 * @returns until when whoever makes it has to wait; undefined where he may make it.
 */
export async function takeAttempt(
  executor: Executor,
  counted: CountedSubject,
  now: Instant,
): Promise<Instant | undefined> {
  const { free, firstWaitSeconds, longestWaitSeconds, forgottenAfterSeconds } = attemptLimits[counted.kind];
  const [row] = await executor.execute<{ wait_until_ms: string | null }>(sql`
    select extract(epoch from take_attempt(${hashOf(executor, counted)}, ${now}::timestamptz, ${free}::integer,
      ${firstWaitSeconds}, ${longestWaitSeconds}, ${forgottenAfterSeconds})) * 1000 as wait_until_ms`);
  const until = row?.wait_until_ms ?? null;
  return until === null ? undefined : instantFromEpochMs(Number(until));
}

/** Takes a counted attempt back: it was no guess. */
export async function giveBackAttempt(executor: Executor, counted: CountedSubject): Promise<void> {
  await executor.execute(sql`select give_back_attempt(${hashOf(executor, counted)})`);
}

/** Deletes what is held against nobody any more; answers of how many. */
export async function forgetAttempts(executor: Executor, now: Instant): Promise<number> {
  const longest = Math.max(...Object.values(attemptLimits).map((limit) => limit.forgottenAfterSeconds));
  const forgotten = await executor
    .delete(publicAttempts)
    .where(lt(publicAttempts.lastAt, addMs(now, -longest * 1000)))
    .returning({ subject: publicAttempts.subject });
  return forgotten.length;
}
