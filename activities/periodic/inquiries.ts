import { addMs } from '../../domain/time/instant.ts';
import type { Database } from '../../db/database.ts';
import { forgetChecksOfNothing } from '../../db/repositories/certificate-checks.ts';
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

/** What the public leaves behind when it asks, and nobody needs for long. */
export function createInquiryActivities({ database, clock, log }: InquiryDeps) {
  const forget = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const attempts = await forgetAttempts(database, now);
    return attempts + (await forgetChecksOfNothing(database, addMs(now, -checksOfNothingKeptMs)));
  });
  return {
    /** Forgets attempts that are held against nobody any more, and checks of no certificate; answers of how many. */
    forgetInquiries: (): Promise<number> => forget(undefined),
  };
}
