import { ActivityFailure, continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { createCalendarRolloutActivities } from '../activities/calendar-rollouts.ts';
import type { RolloutInput, RolloutProgress } from './contract.ts';

type Activities = ReturnType<typeof createCalendarRolloutActivities>;

const { beginRollout, listNextCases, reviseCases, endRollout } = proxyActivities<Activities>({
  startToCloseTimeout: '10m',
  // A killed worker's page is taken up by another after this time.
  heartbeatTimeout: '30s',
  // For as long as Postgres is away.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

const { insistOnCases } = proxyActivities<Activities>({
  startToCloseTimeout: '30m',
  heartbeatTimeout: '30s',
  scheduleToCloseTimeout: '1 day',
  retry: { initialInterval: '1m', backoffCoefficient: 2, maximumInterval: '1h' },
});

// With pages of 100 cases at most 100 a second: people's acts on the same workers are not held up.
const pauseBetweenPages = '1s';
// More that do not answer is no matter of single cases: whoever mends it finds the rest behind, and the sweep goes on.
const maxFailed = 500;

/** Brings a published calendar to every open case, page by page, until none is behind it. */
export async function calendarRolloutWorkflow(input: RolloutInput): Promise<RolloutProgress> {
  const { version } = input;
  let progress = input.progress ?? (await beginRollout(version));
  while (progress.failed.length < maxFailed) {
    const next = await listNextCases({ version, except: progress.failed });
    if (next === 'superseded') return end('superseded', { ...progress, failed: [] });
    if (next.length === 0) break;
    progress = await reviseCases({ version, caseNos: next, progress });
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof calendarRolloutWorkflow>({ version, progress });
    }
    await sleep(pauseBetweenPages);
  }
  if (progress.failed.length > 0) progress = await insist(progress);
  // Cases that closed before their turn need nothing: what was done and what was not is all there is.
  return end('finished', { ...progress, total: progress.done + progress.failed.length });

  async function insist(left: RolloutProgress): Promise<RolloutProgress> {
    try {
      await insistOnCases({ version, caseNos: left.failed });
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
    }
    return reviseCases({ version, caseNos: left.failed, progress: { ...left, failed: [] } });
  }

  async function end(status: 'finished' | 'superseded', last: RolloutProgress): Promise<RolloutProgress> {
    await endRollout({ version, progress: last, status });
    return last;
  }
}
