import { proxyActivities, sleep } from '@temporalio/workflow';
import type { createRemedyActivities } from '../../activities/operations/remedies.ts';
import { addMs } from '../../domain/time/instant.ts';
import { now } from '../now.ts';

const { applyRemedy, lookAfterRemedy, giveRemedyUp } = proxyActivities<
  ReturnType<typeof createRemedyActivities>
>({
  startToCloseTimeout: '30s',
  // For as long as Postgres is away.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** Applies a remedy and looks after the case until it is seen to have moved, or its time is over. */
export async function remedyWorkflow(id: string): Promise<void> {
  const patienceMs = await applyRemedy(id);
  if (patienceMs === null) return;
  const until = addMs(now(), patienceMs);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    if ((await lookAfterRemedy(id)) !== 'not_yet') return;
    if (now() >= until) return giveRemedyUp(id);
    await sleep(pauseMs);
  }
}
