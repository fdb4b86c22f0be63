import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { createSweepActivities } from '../activities/sweep.ts';

type Activities = ReturnType<typeof createSweepActivities>;

const { startUnstarted, takeUpLost } = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  // The next sweep is soon enough.
  retry: { maximumAttempts: 1 },
});

// Batches of 100 cases: at most 100 a second, so that people's acts on the same workers are not held up.
export const pauseBetweenBatches = '1s';

/** Starts what a crash or an outage left unstarted and takes up what Temporal has lost; answers how many. */
export async function sweepWorkflow(): Promise<number> {
  const [started, takenUp] = await Promise.all([startAllUnstarted(), takeUpLost()]);
  return started + takenUp;
}

async function startAllUnstarted(): Promise<number> {
  let { started, next } = await startUnstarted(null);
  // More than a history holds are left to the next sweep.
  while (next !== null && !workflowInfo().continueAsNewSuggested) {
    await sleep(pauseBetweenBatches);
    const batch = await startUnstarted(next);
    started += batch.started;
    next = batch.next;
  }
  return started;
}
