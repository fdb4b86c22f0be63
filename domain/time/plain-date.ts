import type { Instant } from './instant.ts';
import { addMs, instantFromEpochMs } from './instant.ts';

declare const plainDateBrand: unique symbol;

/** A calendar date `YYYY-MM-DD` in Asia/Shanghai, without a time. Dates compare correctly as strings. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

declare const timeOfDayBrand: unique symbol;

/** A wall-clock time `HH:mm` in Asia/Shanghai. */
export type TimeOfDay = string & { readonly [timeOfDayBrand]: true };

const dayMs = 24 * 60 * 60 * 1000;

const midnight = '00:00' as TimeOfDay;

/** Whether the text is a date that exists, in the form `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text);
}

/**
 * Reads a date.
 * @throws {RangeError} when the text is no date that exists.
 */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** The date on which an instant falls in Beijing: day 0 of every clock is found this way (§5). */
export function localDateOf(instant: Instant): PlainDate {
  return instant.slice(0, 10) as PlainDate;
}

/** The date `days` later, or earlier if negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as PlainDate;
}

/** Calendar days from one date to another; negative when the other is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/**
 * Reads a wall-clock time `HH:mm`.
 * @throws {RangeError} when there is no such time.
 */
export function parseTimeOfDay(text: string): TimeOfDay {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new RangeError(`not a time of day: ${text}`);
  return text as TimeOfDay;
}

/** The instant at which a Beijing clock shows `time` on `date`. */
export function instantAt(date: PlainDate, time: TimeOfDay): Instant {
  return instantFromEpochMs(Date.parse(`${date}T${time}:00+08:00`));
}

/** The last instant of a date: 24:00 is the first of the next. */
export function endOfDay(date: PlainDate): Instant {
  return addMs(instantAt(addDays(date, 1), midnight), -1);
}

/** The calendar year of a date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

const weekdayTitles = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The Chinese name of the day of the week, as `周三`. */
export function weekdayTitleOf(date: PlainDate): string {
  return weekdayTitles[weekdayOf(date)] ?? '';
}
