import type { PlainDate, TimeOfDay } from '../time/plain-date.ts';
import { parseTimeOfDay } from '../time/plain-date.ts';

/** When a station works on a working day, by the Beijing clock. */
export interface OfficeHours {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** `MM-DD`, the same in every year. */
export type DayOfYear = `${number}-${number}`;

/** A part of the year with hours of its own, both days included: 夏令时间 in many places, 新疆's two-hour shift in none. */
export interface OfficeSeason extends OfficeHours {
  readonly from: DayOfYear;
  readonly to: DayOfYear;
}

/** The office hours of one place through the year [policy]. */
export interface OfficeTimetable extends OfficeHours {
  readonly seasons: readonly OfficeSeason[];
}

/** Default office hours (§5 [policy]); 民法典 203 ends a period with the business hours of its last day. */
export const defaultTimetable: OfficeTimetable = {
  start: parseTimeOfDay('08:30'),
  end: parseTimeOfDay('17:30'),
  seasons: [],
};

/** The hours worked on a date: those of the first season that holds it, or the ordinary ones. */
export function officeHoursOn({ seasons, start, end }: OfficeTimetable, date: PlainDate): OfficeHours {
  const day = date.slice(5);
  // A season may pass the turn of the year, as 10-01 to 04-30.
  const season = seasons.find(({ from, to }) =>
    from <= to ? day >= from && day <= to : day >= from || day <= to,
  );
  return season === undefined ? { start, end } : { start: season.start, end: season.end };
}
