import { proxyActivities } from '@temporalio/workflow';
import type { createDirectoryFreshnessActivities } from '../../activities/periodic/directory-freshness.ts';

const { remindOfDirectory } = proxyActivities<ReturnType<typeof createDirectoryFreshnessActivities>>({
  startToCloseTimeout: '10m',
  // What a morning's run cannot do within half a day the next morning's does.
  scheduleToCloseTimeout: '12h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** Asks for entries of the directory to be confirmed and empty posts to be filled; answers how many requests are open. */
export async function directoryFreshnessWorkflow(): Promise<number> {
  return remindOfDirectory();
}
