import type { Instant } from '../time/instant.ts';
import { addMs } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { endOfDay, instantAt, localDateOf } from '../time/plain-date.ts';
import type { OfficeTimetable } from './office-hours.ts';
import { officeHoursOn } from './office-hours.ts';

/** What ends the last day of a term [policy]: business hours where there are any, else 24:00 (民法典 203). */
export const dayEndTitles = {
  office_hours: '截止时间为最后一日的下班时间',
  day: '截止时间为最后一日的24:00',
} as const satisfies Record<string, string>;

export type DayEnd = keyof typeof dayEndTitles;

export const dayEnds = Object.keys(dayEndTitles) as DayEnd[];

/** The last instant that is still in time on the last day of a term: before 24:00 is on that date itself. */
export function dueInstantOn(date: PlainDate, dueAtEndOf: DayEnd, timetable: OfficeTimetable): Instant {
  return dueAtEndOf === 'day' ? endOfDay(date) : instantAt(date, officeHoursOn(timetable, date).end);
}

/** Which rule a due instant goes by: office hours end with a whole minute. */
export function dayEndOf(dueAt: Instant): DayEnd {
  return dueAt === endOfDay(localDateOf(dueAt)) ? 'day' : 'office_hours';
}

/** The hour of a due instant as people write it: `17:30`, `24:00`. */
export function dueTimeOf(dueAt: Instant): string {
  return dayEndOf(dueAt) === 'day' ? '24:00' : dueAt.slice(11, 16);
}

/** When those are told who wait for the end of a term: when the offices close, or when its last day is over. */
export function termOverAt(dueAt: Instant): Instant {
  return dayEndOf(dueAt) === 'day' ? addMs(dueAt, 1) : dueAt;
}

/** Due instants by their dates; by their hours too where nothing else tells them apart. */
export function dueTextsOf(dueAts: readonly Instant[]): string[] {
  const dates = dueAts.map(localDateOf);
  const differByHour = new Set(dueAts).size > 1 && new Set(dates).size === 1;
  return differByHour ? dueAts.map((dueAt) => `${localDateOf(dueAt)} ${dueTimeOf(dueAt)}`) : dates;
}
