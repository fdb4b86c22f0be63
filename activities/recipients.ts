import type { Resolution } from '../domain/directory/recipients.ts';
import type { Audience } from '../domain/escalation/rung.ts';
import { resolveAudienceOn } from '../domain/escalation/resolve-audience.ts';
import { allStations } from '../domain/escalation/unit-of-case.ts';
import type { Stations } from '../domain/escalation/unit-of-case.ts';
import type { PersonalChannel } from '../domain/notices/channel.ts';
import type { Instant } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { readDirectoryFor } from '../db/directory-part.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';

export interface AudienceQuestion extends Stations {
  readonly to: readonly Audience[];
  readonly at: Instant;
}

export interface RecipientDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  /** Which of the channels that lead to a person take escalations. */
  readonly escalationChannels: ReadonlySet<PersonalChannel>;
}

export type RecipientActivities = ReturnType<typeof createRecipientActivities>;

/** Who is told: the directory is asked at the moment of telling, never before. */
export function createRecipientActivities({ database, units, escalationChannels }: RecipientDeps) {
  return {
    /** The people whom the directory names for an audience, with the gaps that sent a notice further up. */
    async resolveAudience({ to, at, ...stations }: AudienceQuestion): Promise<Resolution> {
      const tree = await units.tree();
      const day = localDateOf(at);
      const { directory } = await readDirectoryFor(database, tree, allStations(stations), day);
      return resolveAudienceOn({ ...directory, escalationChannels }, stations, to, day);
    },
  };
}
