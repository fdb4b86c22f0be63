import { proxyActivities } from '@temporalio/workflow';
import type { createCalendarRolloutActivities } from '../activities/calendar-rollouts.ts';

const { startLeftoverRollout } = proxyActivities<ReturnType<typeof createCalendarRolloutActivities>>({
  startToCloseTimeout: '1m',
  // The next sweep is soon enough.
  retry: { maximumAttempts: 1 },
});

/** Starts a roll-out for open cases that are behind the published calendar; answers how many. */
export async function calendarSweepWorkflow(): Promise<number> {
  return startLeftoverRollout();
}
