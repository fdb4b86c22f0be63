import { addDays, instantAt, localDateOf, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import type { AttachmentFiles } from '../../db/attachment-files.ts';
import type { Database } from '../../db/database.ts';
import { deleteExpiredDrafts } from '../../db/repositories/drafts.ts';
import { clearRejections } from '../../db/repositories/rejections.ts';
import { anonymiseCase, listExpiredCases } from '../../db/repositories/retention.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface RetentionDeps {
  readonly database: Database;
  readonly attachmentFiles: Pick<AttachmentFiles, 'removeStrays'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long a closed case and a rejection keep their personal data; undefined: for good. */
  readonly retentionDays?: number | undefined;
}

const batchSize = 200;
const midnight = parseTimeOfDay('00:00');

/** Retention of closed cases and of rejections, off until a deployment says for how long [policy]; a legal hold outlasts it. */
export function createRetentionActivities(deps: RetentionDeps) {
  const { database, attachmentFiles, clock, log, retentionDays } = deps;
  const anonymise = withClassifiedFailures(log, async (): Promise<number> => {
    if (retentionDays === undefined) return 0;
    const before = instantAt(addDays(localDateOf(clock.now()), -retentionDays), midnight);
    let count = 0;
    for (;;) {
      const expired = await listExpiredCases(database, before, batchSize);
      for (const caseNo of expired) await anonymiseCase(database, caseNo, clock.now());
      count += expired.length;
      if (expired.length < batchSize) break;
    }
    const rejectionCount = await clearRejections(database, before);
    if (count + rejectionCount > 0) {
      log.info(
        { count, rejectionCount, before },
        'personal data of closed cases and rejections were removed',
      );
    }
    // Papers in an object store too, today and not at the next sweep.
    await attachmentFiles.removeStrays();
    return count + rejectionCount;
  });
  const dropDrafts = withClassifiedFailures(log, (): Promise<number> =>
    deleteExpiredDrafts(database, localDateOf(clock.now())),
  );
  return {
    /** Deletes drafts that nobody submitted; answers of how many. */
    deleteDrafts: (): Promise<number> => dropDrafts(undefined),
    /** Removes the personal data of cases closed and rejections decided long enough ago and not held; of how many. */
    anonymiseExpired: (): Promise<number> => anonymise(undefined),
  };
}
