import { alarmText, calendarAlarm, isAlarmDay, watchedYear } from '../domain/calendar/alarm.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { listAdministratorUnits } from '../db/repositories/administrators.ts';
import { findNationalInForce } from '../db/repositories/calendars.ts';
import { addNotices } from '../db/repositories/notices.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
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
    const provinces = [...(await units.tree()).values()].filter(({ level }) => level === 'province');
    const told = new Set([...provinces.map(({ code }) => code), ...(await listAdministratorUnits(database))]);
    const subjectKey = `calendar-alarm/${year}/${today}`;
    await addNotices(
      database,
      [...told].map((unitCode) => ({
        dedupeKey: `${subjectKey}/${unitCode}`,
        unitCode,
        role: 'system_administrator',
        kind: 'calendar',
        urgency: 'normal',
        subjectKey,
        text: alarmText(year, status),
        createdAt: now,
      })),
    );
    log.warn({ year, status: status ?? 'missing' }, 'the calendar of the year is not official');
    return told.size;
  });
  return {
    /** Tells the administrators when today is a day of the alarm, each unit's once; answers how many units. */
    raiseCalendarAlarm: (): Promise<number> => raise(undefined),
  };
}
