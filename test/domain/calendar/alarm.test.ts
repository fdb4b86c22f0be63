import { describe, expect, it } from 'vitest';
import { alarmText, calendarAlarm, isAlarmDay, watchedYear } from '../../../domain/calendar/alarm.ts';
import type { CalendarStatus } from '../../../domain/calendar/calendar-year.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';

function alarmDays(from: string, to: string, status: CalendarStatus | undefined): string[] {
  const days: string[] = [];
  for (let day = parsePlainDate(from); day <= to; day = addDays(day, 1)) {
    if (isAlarmDay(day, calendarAlarm(day, status))) days.push(day.slice(5));
  }
  return days;
}

describe('the calendar alarm', () => {
  it('is about the next year from 1 November on, before about the year that has begun', () => {
    expect(watchedYear(parsePlainDate('2026-10-31'))).toBe(2026);
    expect(watchedYear(parsePlainDate('2026-11-01'))).toBe(2027);
    expect(watchedYear(parsePlainDate('2027-01-01'))).toBe(2027);
  });

  it.each(['provisional', undefined] as const)(
    'sounds weekly in November while next year is %s',
    (status) => {
      expect(alarmDays('2026-11-01', '2026-11-30', status)).toEqual([
        '11-01',
        '11-08',
        '11-15',
        '11-22',
        '11-29',
      ]);
    },
  );

  it('sounds daily from 1 December until the notice is in, also in the new year', () => {
    expect(alarmDays('2026-12-01', '2027-01-31', 'provisional')).toHaveLength(62);
  });

  it('never sounds when the year is official', () => {
    expect(alarmDays('2026-01-01', '2026-12-31', 'official')).toEqual([]);
  });

  it('says what to do', () => {
    expect(alarmText(2027, 'provisional')).toContain('2027年度工作日历仍为暂定日历');
    expect(alarmText(2028, undefined)).toContain('2028年度工作日历尚无日历');
  });
});
