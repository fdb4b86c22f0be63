import { proxyActivities } from '@temporalio/workflow';
import type { createNoticeActivities } from '../../activities/notices/notice-activities.ts';

const { planDeliveries } = proxyActivities<ReturnType<typeof createNoticeActivities>>({
  // For so long a planner that was killed holds up the next. A slow one goes on all the same; two never plan at once.
  startToCloseTimeout: '20s',
  // The next dispatch is seconds away.
  retry: { maximumAttempts: 1 },
});

// After so many rounds the next dispatch goes on with a history of its own.
const maxRounds = 50;

/** Sends every new notice on its ways, in batches; answers how many. */
export async function dispatchNoticesWorkflow(): Promise<number> {
  let dispatched = 0;
  for (let round = 1; round <= maxRounds; round += 1) {
    const { planned, more } = await planDeliveries();
    dispatched += planned;
    if (!more) break;
  }
  return dispatched;
}
