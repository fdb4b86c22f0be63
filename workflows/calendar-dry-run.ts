import { proxyActivities } from '@temporalio/workflow';
import type { createCalendarDryRunActivities } from '../activities/calendar-dry-runs.ts';

const { dryRunCalendar } = proxyActivities<ReturnType<typeof createCalendarDryRunActivities>>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '1m',
  retry: { maximumAttempts: 3 },
});

/** Finds out what a calendar would do to the open cases; the dry run's row in Postgres has the answer. */
export async function calendarDryRunWorkflow(id: string): Promise<void> {
  await dryRunCalendar(id);
}
