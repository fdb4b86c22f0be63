import type { PlainDate } from '../time/plain-date.ts';
import { yearOf } from '../time/plain-date.ts';
import type { CalendarStatus } from './calendar-year.ts';

/** How often administrators are told that a year's notice is not in the system. */
export type CalendarAlarm = 'none' | 'weekly' | 'daily';

/**
 * The year whose notice should be there: from November on the next one, for the State Council published it between
 * 25 October and 16 December in all years held here; before, the year that has begun.
 */
export function watchedYear(today: PlainDate): number {
  return today.slice(5) >= '11-01' ? yearOf(today) + 1 : yearOf(today);
}

/**
 * Whether administrators must be told that the watched year is not official: from 1 November weekly, from 1 December on
 * daily until it is.
 * @param status of the watched year's calendar in force; undefined when there is none at all.
 */
export function calendarAlarm(today: PlainDate, status: CalendarStatus | undefined): CalendarAlarm {
  if (status === 'official') return 'none';
  return today.slice(5, 7) === '11' ? 'weekly' : 'daily';
}

/** Whether the alarm is due on this very day: a weekly one on the 1st, 8th, 15th, 22nd and 29th. */
export function isAlarmDay(today: PlainDate, alarm: CalendarAlarm): boolean {
  if (alarm === 'none') return false;
  return alarm === 'daily' || (Number(today.slice(8)) - 1) % 7 === 0;
}

/** What administrators are told. */
export function alarmText(year: number, status: CalendarStatus | undefined): string {
  const state = status === undefined ? '尚无日历' : '仍为暂定日历';
  return (
    `${year}年度工作日历${state}。请查看国务院办公厅是否已发布${year}年节假日安排通知；` +
    '通知发布后请尽快导入、试算并发布，未办结案件的期限随后自动重算。'
  );
}
