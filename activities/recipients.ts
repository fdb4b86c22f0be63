import type { Resolution } from '../domain/directory/recipients.ts';
import { resolveRecipients } from '../domain/directory/recipients.ts';
import type { Seat } from '../domain/directory/chain.ts';
import type { Audience } from '../domain/escalation/rung.ts';
import { seatInCase } from '../domain/escalation/unit-of-case.ts';
import type { Instant } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import { readDirectoryFor } from '../db/directory-part.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';

export interface AudienceQuestion {
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
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
      const wanted = to.flatMap((audience): Seat[] =>
        audience.kind === 'post' ? [seatInCase(directory, stations, audience, day)] : [],
      );
      return resolveRecipients({ ...directory, wanted, at });
    },
  };
}
