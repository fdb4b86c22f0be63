import { postRules } from '../../domain/directory/post.ts';
import { upkeepOn } from '../../domain/directory/upkeep.ts';
import type { PersonalChannel } from '../../domain/notices/channel.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { Database } from '../../db/database.ts';
import { readDirectoryPart } from '../../db/directory-part.ts';
import { shareCasesWithSuccessors } from '../../db/repositories/station-contacts.ts';
import type { NewNotice } from '../../db/repositories/notices.ts';
import { addNotices } from '../../db/repositories/notices.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface DirectoryFreshnessDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly escalationChannels: ReadonlySet<PersonalChannel>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps the directory from going stale. */
export function createDirectoryFreshnessActivities(deps: DirectoryFreshnessDeps) {
  const { database, units, escalationChannels, clock, log } = deps;
  const remind = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const today = localDateOf(now);
    const tree = await units.tree();
    const provinces = [...tree.values()].filter(({ level }) => level === 'province');
    // A merger takes effect on its day, whenever it was entered.
    await shareCasesWithSuccessors(database, today);
    let asked = 0;
    // A province at a time: the whole country need not fit into memory, nor its notices into one statement.
    for (const { code } of provinces) {
      const part = await readDirectoryPart(database, tree, code, today);
      const notices = upkeepOn({ ...part.directory, escalationChannels }, part.units, today).map(
        ({ key, recipient, text }): NewNotice => ({
          dedupeKey: key,
          unitCode: recipient.unitCode,
          role: postRules[recipient.post].inbox,
          personId: recipient.personId,
          kind: 'directory',
          urgency: 'normal',
          text,
          createdAt: now,
        }),
      );
      for (let start = 0; start < notices.length; start += noticesAtOnce) {
        await addNotices(database, notices.slice(start, start + noticesAtOnce));
      }
      asked += notices.length;
    }
    return asked;
  });
  return {
    /**
     * Asks for entries to be confirmed and empty posts to be filled, each thing once; answers how many requests are
     * open.
     */
    remindOfDirectory: (): Promise<number> => remind(undefined),
  };
}

// Postgres takes 65,535 parameters in a statement.
const noticesAtOnce = 1000;
