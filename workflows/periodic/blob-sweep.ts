import { proxyActivities } from '@temporalio/workflow';
import type { createBlobSweepActivities } from '../../activities/periodic/blob-sweep.ts';

const { removeStrayBlobs } = proxyActivities<ReturnType<typeof createBlobSweepActivities>>({
  startToCloseTimeout: '10m',
  // What this hour's run cannot do the next one's does.
  scheduleToCloseTimeout: '50m',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** Removes from the object store what no attachment names; answers of how many. */
export async function blobSweepWorkflow(): Promise<number> {
  return removeStrayBlobs();
}
