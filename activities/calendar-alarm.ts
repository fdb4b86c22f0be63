import { alarmText, calendarAlarm, isAlarmDay, watchedYear } from '../domain/calendar/alarm.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { findNationalInForce } from '../db/repositories/calendars.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { tellAdministrators } from './administrator-notices.ts';
import { withClassifiedFailures } from './failures.ts';

export interface CalendarAlarmDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Watches over the State Council's notice for the next year. */
export function createCalendarAlarmActivities({ database, units, clock, log }: CalendarAlarmDeps) {
  const raise = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const today = localDateOf(now);
    const year = watchedYear(today);
    const status = (await findNationalInForce(database, year))?.status;
    if (!isAlarmDay(today, calendarAlarm(today, status))) return 0;
    const told = await tellAdministrators(
      { database, units },
      { subjectKey: `calendar-alarm/${year}/${today}`, text: alarmText(year, status), at: now },
    );
    log.warn({ year, status: status ?? 'missing' }, 'the calendar of the year is not official');
    return told;
  });
  return {
    /** Tells the administrators when today is a day of the alarm, each unit's once; answers how many units. */
    raiseCalendarAlarm: (): Promise<number> => raise(undefined),
  };
}
