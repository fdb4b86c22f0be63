import type { Client } from '@temporalio/client';
import type { Database } from '../../db/database.ts';
import { keepLook, removeOldIncidents } from '../../db/repositories/incidents.ts';
import { listUnbegunBatches } from '../../db/repositories/batches.ts';
import { listUnbegunRemedies } from '../../db/repositories/remedy-applications.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs, epochMsOf } from '../../domain/time/instant.ts';
import type { Clock } from '../../platform/clock.ts';
import { traceOf } from '../../platform/error-trace.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';
import { beginBatch, beginRemedy } from './begin.ts';
import type { Detector } from './detector.ts';
import { detectDeliveriesGivenUp } from './detectors/deliveries.ts';
import { detectDisagreements } from './detectors/disagreements.ts';
import { detectFailedEffects } from './detectors/effects.ts';
import { detectMissingWorkflows } from './detectors/missing-workflows.ts';
import { detectUnpolledQueues } from './detectors/queues.ts';
import { detectRetryingActivities } from './detectors/retrying-activities.ts';
import { detectRungsWithoutRecipients } from './detectors/rungs.ts';
import { detectOverdueTimers } from './detectors/timers.ts';
import { detectFailingTasks } from './detectors/workflow-tasks.ts';

const detectors: Readonly<Record<string, Detector>> = {
  effects: detectFailedEffects,
  'failing-tasks': detectFailingTasks,
  'retrying-activities': detectRetryingActivities,
  queues: detectUnpolledQueues,
  timers: detectOverdueTimers,
  disagreements: detectDisagreements,
  'missing-workflows': detectMissingWorkflows,
  deliveries: detectDeliveriesGivenUp,
  rungs: detectRungsWithoutRecipients,
};

/** How often the house is looked at; the schedule's interval. */
export const detectionIntervalMs = 30_000;
// For as long as closed histories are kept, in which one may look what it was.
const keptForMs = 90 * 24 * 60 * 60_000;

export interface IncidentDeps {
  readonly database: Database;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps the list of what does not move. */
export function createIncidentActivities({ database, client, clock, log }: IncidentDeps) {
  const detect = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const watch = { database, client, now, turn: Math.floor(epochMsOf(now) / detectionIntervalMs) };
    const looks = await Promise.all(
      Object.entries(detectors).map(async ([name, detector]) => {
        // One that cannot look, as Temporal is away, leaves its incidents as they are and keeps no other from looking.
        try {
          return await keepLook(database, await detector(watch), now);
        } catch (error) {
          log.error({ detector: name, ...traceOf(error) }, 'could not look for incidents');
          return 0;
        }
      }),
    );
    await beginLeft(now);
    await removeOldIncidents(database, addMs(now, -keptForMs));
    return looks.reduce((sum, open) => sum + open, 0);
  });
  /** What was asked for while Temporal was away, or by an API that died before it could say so. */
  async function beginLeft(now: Instant): Promise<void> {
    const before = addMs(now, -detectionIntervalMs);
    for (const id of await listUnbegunRemedies(database, before)) {
      await beginRemedy(client, id);
    }
    for (const id of await listUnbegunBatches(database, before)) {
      await beginBatch(client, id);
    }
  }

  return {
    /** Looks at everything once, and brings the list of incidents in line with it; answers how many are open. */
    detectIncidents: (): Promise<number> => detect(undefined),
  };
}
