import type { Client } from '@temporalio/client';
import type { Database } from '../../db/database.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { endRemedy, findRemedy, markApplied } from '../../db/repositories/remedy-applications.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { EndedStanding, Finding, Remedy } from '../../domain/operations/remedy.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';
import { changeActivityOptions } from './remedies/change-activity-options.ts';
import { pause, resume } from './remedies/pause.ts';
import { redeliver } from './remedies/redeliver.ts';
import { retryEffect, substituteEffect } from './remedies/effects.ts';
import { reassign, reroute } from './remedies/redirect.ts';
import type { Remedier, SomeRemedier, Treatment } from './remedies/remedier.ts';
import { reproject } from './remedies/reproject.ts';
import { reset } from './remedies/reset.ts';
import { restart } from './remedies/restart.ts';
import { retryActivity } from './remedies/retry-activity.ts';
import { start } from './remedies/start.ts';
import { takeUp } from './remedies/take-up.ts';
import { terminate } from './remedies/terminate.ts';

const remediers: { readonly [R in Remedy]: Remedier<R> } = {
  retry_effect: retryEffect,
  substitute_effect: substituteEffect,
  retry_activity: retryActivity,
  change_activity_options: changeActivityOptions,
  reroute,
  reassign,
  pause,
  resume,
  terminate,
  restart,
  start,
  take_up: takeUp,
  reset,
  redeliver,
  reproject,
};

export interface RemedyDeps {
  readonly database: Database;
  readonly client: Client;
  readonly units: UnitDirectory;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Applies what administrators ask for, and sees whether it helped. */
export function createRemedyActivities({ database, client, units, clock, log }: RemedyDeps) {
  async function treatmentOf(id: string): Promise<Treatment & { readonly remedier: SomeRemedier }> {
    const application = await findRemedy(database, id);
    if (application === undefined) throw new Error('a remedy is applied after it was stored');
    const remedier: SomeRemedier = remediers[application.choice.remedy];
    return { database, client, units, application, now: clock.now(), remedier };
  }

  const apply = withClassifiedFailures(log, async (id: string): Promise<number | null> => {
    const { remedier, ...treatment } = await treatmentOf(id);
    const { standing, caseNo, choice } = treatment.application;
    if (standing === 'applied') return remedier.patienceMs;
    if (standing !== 'requested') return null;
    // First, so that whatever moves afterwards is seen to have.
    const seqBefore = caseNo === null ? null : ((await findCase(database, caseNo))?.seq ?? 0);
    const outcome = await remedier.apply(treatment, choice as never);
    if (outcome.kind === 'applied') {
      await markApplied(database, id, { seqBefore, at: clock.now() });
      return remedier.patienceMs;
    }
    await end({ id, standing: 'not_applicable', finding: outcome.finding });
    return null;
  });

  const look = withClassifiedFailures(log, async (id: string): Promise<Finding['standing']> => {
    const { remedier, ...treatment } = await treatmentOf(id);
    const finding = await remedier.look(treatment, treatment.application.choice as never);
    if (finding.standing !== 'not_yet') await end({ id, ...finding });
    return finding.standing;
  });

  async function end({ id, standing, finding }: { id: string; standing: EndedStanding; finding: string }) {
    await endRemedy(database, id, { standing, finding, at: clock.now() });
    log.info({ remedyId: id, standing }, 'remedy ended');
  }

  return {
    /** Does it, once; answers how long one waits for it to help, in milliseconds, or null when nothing is to be waited for. */
    applyRemedy: apply,
    /** Looks whether it has helped, and says so where it is kept. */
    lookAfterRemedy: look,
    /** Says that it has not helped in its time. */
    giveRemedyUp: withClassifiedFailures(log, (id: string) =>
      end({ id, standing: 'not_moved', finding: '在规定的时间内未见效。' }),
    ),
  };
}
