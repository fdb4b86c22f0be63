import type { Resolution } from '../domain/directory/recipients.ts';
import type { Audience } from '../domain/escalation/rung.ts';
import { resolveAudienceOn } from '../domain/escalation/resolve-audience.ts';
import type { Stations } from '../domain/escalation/unit-of-case.ts';
import type { Instant } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { readDirectoryFor } from '../db/directory-part.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';

export interface AudienceQuestion extends Stations {
  readonly to: readonly Audience[];
  readonly at: Instant;
}

export type RecipientActivities = ReturnType<typeof createRecipientActivities>;

/** Who is told: the directory is asked at the moment of telling, never before. */
export function createRecipientActivities({ database, units }: { database: Database; units: UnitDirectory }) {
  return {
    /** The people whom the directory names for an audience, with the gaps that sent a notice further up. */
    async resolveAudience({ to, at, ...stations }: AudienceQuestion): Promise<Resolution> {
      const tree = await units.tree();
      const day = localDateOf(at);
      const asked = [stations.acceptingStation, stations.homeStation];
      const { directory } = await readDirectoryFor(database, tree, asked, day);
      return resolveAudienceOn(directory, stations, to, day);
    },
  };
}
