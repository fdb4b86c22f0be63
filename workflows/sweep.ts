import { proxyActivities } from '@temporalio/workflow';
import type { createSweepActivities } from '../activities/sweep.ts';

const { startUnstarted } = proxyActivities<ReturnType<typeof createSweepActivities>>({
  startToCloseTimeout: '1m',
  // The next sweep is soon enough.
  retry: { maximumAttempts: 1 },
});

/** Starts what a crash left unstarted; answers how many. */
export async function sweepWorkflow(): Promise<number> {
  return startUnstarted();
}
