import type { Instant } from '../time/instant.ts';
import { addDays, instantAt, localDateOf } from '../time/plain-date.ts';
import type { OfficeTimetable } from './office-hours.ts';
import { officeHoursOn } from './office-hours.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { findDay } from './working-calendar.ts';

/** When a unit works: its hours, on the working days of its regions. */
export interface Office {
  readonly timetable: OfficeTimetable;
  readonly calendar: WorkingCalendar;
}

/**
 * The instant itself if the office is open then, or its next opening; undefined when the calendar ends before it, for
 * no day is guessed to be worked (§5).
 */
export function findOpening(at: Instant, { timetable, calendar }: Office): Instant | undefined {
  let date = localDateOf(at);
  for (let day = findDay(calendar, date); day !== undefined; day = findDay(calendar, date)) {
    const { start, end } = officeHoursOn(timetable, date);
    if (day.working && at < instantAt(date, end)) {
      const opening = instantAt(date, start);
      return opening > at ? opening : at;
    }
    date = addDays(date, 1);
  }
  return undefined;
}
