import { addMs } from '../../domain/time/instant.ts';
import type { Database } from '../../db/database.ts';
import { forgetChecksOfNothing } from '../../db/repositories/certificate-checks.ts';
import { forgetKeys } from '../../db/repositories/idempotency-keys.ts';
import { forgetAttempts } from '../../db/repositories/public-attempts.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface InquiryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

const dayMs = 86_400_000;
// Long enough to look into a wave of guesses.
const checksOfNothingKeptMs = 90 * dayMs;
// Whoever did not get an answer asks again within the week, if at all.
const idempotencyKeysKeptMs = 7 * dayMs;

/** What is left behind by who asks, the public and programs, and nobody needs for long. */
export function createInquiryActivities({ database, clock, log }: InquiryDeps) {
  const forget = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const attempts = await forgetAttempts(database, now);
    const checks = await forgetChecksOfNothing(database, addMs(now, -checksOfNothingKeptMs));
    return attempts + checks + (await forgetKeys(database, addMs(now, -idempotencyKeysKeptMs)));
  });
  return {
    /** Forgets attempts that are held against nobody any more, checks of no certificate and old idempotency keys; of how many. */
    forgetInquiries: (): Promise<number> => forget(undefined),
  };
}
