import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { addDays, localDateOf } from '../time/plain-date.ts';
import type { DayEnd } from './due-instant.ts';
import { dueInstantOn } from './due-instant.ts';
import type { CalendarNotice } from './notice.ts';
import type { OfficeTimetable } from './office-hours.ts';
import type { DayInfo, WorkingCalendar } from './working-calendar.ts';
import { dayOf } from './working-calendar.ts';

/** One date between receipt and due date, counted or not. */
export interface DeadlineDay {
  readonly date: PlainDate;
  /** Which working day of the term it is, from 1; null for day 0 and for days that are not worked. */
  readonly ordinal: number | null;
  readonly reason: string;
  /** Key into the deadline's `notices`; null when the day of the week decided. */
  readonly notice: string | null;
}

/** An end of term that explains itself (§5). It is kept in the ledger, so notices stand once and days refer to them. */
export interface Deadline {
  /** t0: the instant from which the term runs. */
  readonly startedAt: Instant;
  /** Local date of the start, never counted (民法典 201). */
  readonly dayZero: PlainDate;
  readonly termWorkingDays: number;
  readonly dueDate: PlainDate;
  /** End of office hours on the due date, or of the date itself (民法典 203) [policy]. */
  readonly dueAt: Instant;
  /** 暂定: the notice for a day after day 0, of the country or of the region, is not out. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly days: readonly DeadlineDay[];
  readonly notices: readonly CalendarNotice[];
}

export interface DeadlineInput {
  readonly startedAt: Instant;
  readonly termWorkingDays: number;
  readonly calendar: WorkingCalendar;
  readonly timetable: OfficeTimetable;
  readonly dueAtEndOf: DayEnd;
}

function requirePositive(workingDays: number): void {
  if (!Number.isInteger(workingDays) || workingDays < 1) {
    throw new RangeError(`working days are counted from 1, not ${workingDays}`);
  }
}

function daysUntilNth(calendar: WorkingCalendar, dayZero: PlainDate, n: number): [DayInfo, ...DayInfo[]] {
  requirePositive(n);
  const days: [DayInfo, ...DayInfo[]] = [dayOf(calendar, dayZero)];
  for (let worked = 0, date = dayZero; worked < n;) {
    date = addDays(date, 1);
    const day = dayOf(calendar, date);
    if (day.working) worked += 1;
    days.push(day);
  }
  return days;
}

/**
 * The n-th working day after a date, which itself is not counted.
 * @throws {RangeError} when `n` is no whole number from 1.
 * @throws {CalendarMissingError} when the calendar ends before.
 */
export function workingDayAfter(calendar: WorkingCalendar, date: PlainDate, n: number): PlainDate {
  return daysUntilNth(calendar, date, n).at(-1)?.date ?? date;
}

/**
 * How many working days lie behind a date, which itself is not counted, up to another one that is.
 * @throws {CalendarMissingError} when a day between has no calendar.
 */
export function workingDaysBetween(calendar: WorkingCalendar, after: PlainDate, upTo: PlainDate): number {
  let worked = 0;
  for (let date = addDays(after, 1); date <= upTo; date = addDays(date, 1)) {
    if (dayOf(calendar, date).working) worked += 1;
  }
  return worked;
}

function explain(days: readonly DayInfo[]): DeadlineDay[] {
  let ordinal = 0;
  return days.map(({ date, working, reason, notice }, index) => ({
    date,
    ordinal: index > 0 && working ? (ordinal += 1) : null,
    reason,
    notice: notice?.id ?? null,
  }));
}

function noticesOf(days: readonly DayInfo[]): CalendarNotice[] {
  const notices = days.flatMap(({ notice }) => notice ?? []);
  return [...new Map(notices.map((notice) => [notice.id, notice])).values()];
}

/**
 * The end of a term in working days. The day on which it begins is never counted, whatever the hour; day 1 is the next
 * working day; due at the end of the last, or of its office hours [§3, 民法典 201, 203].
 * @throws {RangeError} when the term is no whole number from 1.
 * @throws {CalendarMissingError} when a day that matters has no calendar.
 */
export function deadlineFor(input: DeadlineInput): Deadline {
  const { startedAt, termWorkingDays, calendar, timetable, dueAtEndOf } = input;
  const dayZero = localDateOf(startedAt);
  const days = daysUntilNth(calendar, dayZero, termWorkingDays);
  const [, ...afterDayZero] = days;
  const dueDate = days.at(-1)?.date ?? dayZero;
  return {
    startedAt,
    dayZero,
    termWorkingDays,
    dueDate,
    dueAt: dueInstantOn(dueDate, dueAtEndOf, timetable),
    provisional: afterDayZero.some(({ provisional }) => provisional),
    calendarVersion: calendar.version,
    days: explain(days),
    notices: noticesOf(days),
  };
}

/**
 * The date of the n-th working day of a term: what the rungs of the ladder hang on (§6).
 * @throws {RangeError} when the term has no such day.
 */
export function nthWorkingDay(deadline: Deadline, n: number): PlainDate {
  const day = deadline.days.find(({ ordinal }) => ordinal === n);
  if (!day) throw new RangeError(`a term of ${deadline.termWorkingDays} working days has no day ${n}`);
  return day.date;
}
