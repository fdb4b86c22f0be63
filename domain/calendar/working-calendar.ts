import type { PlainDate } from '../time/plain-date.ts';
import { weekdayOf, yearOf } from '../time/plain-date.ts';
import type { DivisionCode } from '../units/division-code.ts';
import { divisionDepthOf } from '../units/division-code.ts';
import { CalendarMissingError } from './calendar-missing-error.ts';
import type { CalendarDay, CalendarOverlay, CalendarStatus, CalendarYear } from './calendar-year.ts';
import type { CalendarNotice } from './notice.ts';
import { nationalNoticeOf, regionalNoticeOf } from './notice.ts';

/** All calendars in force in the country, one for a year. Deadlines are counted on an excerpt of it, never on this. */
export interface PublishedCalendar {
  /** Names the contents: equal versions have equal days. */
  readonly version: string;
  readonly years: readonly CalendarYear[];
  readonly overlays: readonly CalendarOverlay[];
}

/**
 * The days of one place between two dates, small enough to travel through a workflow history. All its overlays hold
 * in that place, and it knows its limits, so that a day which was left out is never taken for a normal weekday.
 */
export interface WorkingCalendar extends PublishedCalendar {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface ExcerptWindow {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The divisions whose overlays hold: those of the home station and of the units above it. */
  readonly regions: readonly DivisionCode[];
}

/** The part of the calendar that a clock between two dates (both included) can touch. */
export function excerptOf(
  calendar: PublishedCalendar,
  { from, to, regions }: ExcerptWindow,
): WorkingCalendar {
  const inWindow = (day: CalendarDay): boolean => day.date >= from && day.date <= to;
  const overlays = calendar.overlays
    .filter((overlay) => regions.includes(overlay.region) && overlay.days.some(inWindow))
    .map((overlay) => ({ ...overlay, days: overlay.days.filter(inWindow) }));
  const years = calendar.years
    .map((year) => ({ ...year, days: year.days.filter(inWindow) }))
    // A year without days in the window still says that it is covered, and its status.
    .filter(({ year, days }) => days.length > 0 || (year >= yearOf(from) && year <= yearOf(to)));
  return { version: calendar.version, from, to, years, overlays };
}

/** Whether a date is worked, and who says so. */
export interface DayInfo {
  readonly date: PlainDate;
  readonly working: boolean;
  /** For people: `周末`, `国庆节放假`, `国庆节调休上班`, `工作日`. */
  readonly reason: string;
  /** Null when no notice names the date and the day of the week decides. */
  readonly notice: CalendarNotice | null;
  /** The notice for the date's year, or the one that names the date, is not out: the answer may still change. */
  readonly provisional: boolean;
}

interface ListedDay {
  readonly day: CalendarDay;
  readonly notice: CalendarNotice;
  readonly status: CalendarStatus;
}

function findRegionalDay({ overlays }: WorkingCalendar, date: PlainDate): ListedDay | undefined {
  return overlays
    .flatMap((overlay) =>
      overlay.days
        .filter((day) => day.date === date)
        .map((day) => ({ day, overlay, notice: regionalNoticeOf(overlay), status: overlay.status })),
    )
    .sort(
      (one, other) =>
        divisionDepthOf(other.overlay.region) - divisionDepthOf(one.overlay.region) ||
        other.overlay.year - one.overlay.year,
    )[0];
}

function findNationalDay({ years }: WorkingCalendar, date: PlainDate): ListedDay | undefined {
  // The December rule (§5): the notice for year N can change December of N−1, and is the later of the two.
  for (const year of [yearOf(date) + 1, yearOf(date)]) {
    const file = years.find((candidate) => candidate.year === year);
    const day = file?.days.find((candidate) => candidate.date === date);
    if (file && day) return { day, notice: nationalNoticeOf(file), status: file.status };
  }
  return undefined;
}

function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

function reasonOf(date: PlainDate, listed: CalendarDay | undefined): string {
  if (listed?.offDay) return `${listed.name}放假`;
  if (!isWeekend(date)) return '工作日';
  return listed ? `${listed.name}调休上班` : '周末';
}

/** Whether a date is worked, as {@link dayOf} says it; undefined when the calendar does not know. */
export function findDay(calendar: WorkingCalendar, date: PlainDate): DayInfo | undefined {
  const ownYear = calendar.years.find(({ year }) => year === yearOf(date));
  if (!ownYear || date < calendar.from || date > calendar.to) return undefined;
  const listed = findRegionalDay(calendar, date) ?? findNationalDay(calendar, date);
  return {
    date,
    working: listed ? !listed.day.offDay : !isWeekend(date),
    reason: reasonOf(date, listed?.day),
    notice: listed?.notice ?? null,
    provisional: [ownYear.status, listed?.status].includes('provisional'),
  };
}

/**
 * Says whether a date is worked. Overlays win over the national calendar in both directions, the smaller region over
 * the larger (§5).
 * @throws {CalendarMissingError} when the date's year has no calendar, or the date lies outside the excerpt.
 */
export function dayOf(calendar: WorkingCalendar, date: PlainDate): DayInfo {
  const day = findDay(calendar, date);
  if (day === undefined) throw new CalendarMissingError(date);
  return day;
}
