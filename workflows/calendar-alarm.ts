import { proxyActivities } from '@temporalio/workflow';
import type { createCalendarAlarmActivities } from '../activities/calendar-alarm.ts';

const { raiseCalendarAlarm } = proxyActivities<ReturnType<typeof createCalendarAlarmActivities>>({
  startToCloseTimeout: '1m',
  // Tomorrow's alarm does not make up for today's.
  scheduleToCloseTimeout: '12h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** Tells administrators, on the days on which they are told, that a year's notice is missing; answers how many. */
export async function calendarAlarmWorkflow(): Promise<number> {
  return raiseCalendarAlarm();
}
