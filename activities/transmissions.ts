import { deadlineFor } from '../domain/calendar/deadline.ts';
import type { PublishedCalendar } from '../domain/calendar/working-calendar.ts';
import { excerptOf } from '../domain/calendar/working-calendar.ts';
import type { EffectResult } from '../domain/case/command.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { addDays, localDateOf } from '../domain/time/plain-date.ts';
import { regionsOf } from '../domain/units/unit-tree.ts';
import type { Database } from '../db/database.ts';
import { getDossier } from '../db/repositories/dossiers.ts';
import { addTransmissionOnce } from '../db/repositories/transmissions.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { EffectInput } from '../workflows/contract.ts';
import { withClassifiedFailures } from './failures.ts';

// The longest holiday has 9 days; the ladder's last rung stands 10 working days behind delivery.
const excerptDays = 60;

export interface TransmissionDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly calendar: PublishedCalendar;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hands dossiers over. The platform channel is a row that makes the dossier appear in the home station's inbox. */
export function createTransmissionActivities(deps: TransmissionDeps) {
  const { database, units, calendar, clock } = deps;
  return {
    transmitDossier: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput): Promise<EffectResult> => {
        const { application, papers } = await getDossier(database, caseNo);
        const { acceptingStation, homeStation } = application.acceptance;
        const { deliveredAt } = await addTransmissionOnce(database, {
          caseNo,
          n: effect.n,
          channel: 'platform',
          fromStation: acceptingStation,
          toStation: homeStation,
          deliveredAt: clock.now(),
          papers: papers.map(({ mediaType, sizeBytes, sha256 }) => ({ mediaType, sizeBytes, sha256 })),
        });
        const excerpt = excerptOf(calendar, {
          from: localDateOf(deliveredAt),
          to: addDays(localDateOf(deliveredAt), excerptDays),
          regions: regionsOf(await units.tree(), homeStation),
        });
        // Found out here a missing calendar is an incident; in the workflow's code the case would only be stuck.
        const { verificationTermWorkingDays: termWorkingDays, officeHours } = defaultPolicy;
        deadlineFor({ receivedAt: deliveredAt, calendar: excerpt, termWorkingDays, officeHours });
        return { type: 'transmit_dossier', deliveredAt, calendar: excerpt };
      },
    ),
  };
}
