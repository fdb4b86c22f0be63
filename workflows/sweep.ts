import { proxyActivities } from '@temporalio/workflow';
import type { createSweepActivities } from '../activities/sweep.ts';

const { startUnstarted, takeUpLost } = proxyActivities<ReturnType<typeof createSweepActivities>>({
  startToCloseTimeout: '5m',
  // The next sweep is soon enough.
  retry: { maximumAttempts: 1 },
});

/** Starts what a crash left unstarted and takes up what Temporal has lost; answers how many. */
export async function sweepWorkflow(): Promise<number> {
  const [started, takenUp] = await Promise.all([startUnstarted(), takeUpLost()]);
  return started + takenUp;
}
