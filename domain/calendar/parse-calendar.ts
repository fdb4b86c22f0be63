import type { PlainDate } from '../time/plain-date.ts';
import { isPlainDate } from '../time/plain-date.ts';
import { parseDivisionCode } from '../units/division-code.ts';
import type { CalendarDay, CalendarOverlay, CalendarStatus, CalendarYear } from './calendar-year.ts';
import { calendarStatuses } from './calendar-year.ts';

/** A calendar file that cannot be used; `pointer` (RFC 6901) names the place in it. */
export class CalendarFormatError extends Error {
  readonly pointer: string;

  constructor(pointer: string, expected: string) {
    super(`日历数据有误：${pointer || '/'} 应为${expected}`);
    this.name = 'CalendarFormatError';
    this.pointer = pointer;
  }
}

type Json = Readonly<Record<string, unknown>>;

function objectAt(value: unknown, pointer: string): Json {
  if (typeof value !== 'object' || value === null) throw new CalendarFormatError(pointer, '对象');
  return value as Json;
}

function listAt(value: unknown, pointer: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new CalendarFormatError(pointer, '数组');
  return value;
}

function textAt(value: unknown, pointer: string): string {
  if (typeof value !== 'string' || value === '') throw new CalendarFormatError(pointer, '非空文本');
  return value;
}

function dateAt(value: unknown, pointer: string): PlainDate {
  if (typeof value !== 'string' || !isPlainDate(value))
    throw new CalendarFormatError(pointer, '日期 YYYY-MM-DD');
  return value;
}

function dateOrNullAt(value: unknown, pointer: string): PlainDate | null {
  return value === null || value === undefined ? null : dateAt(value, pointer);
}

function yearAt(value: unknown, pointer: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1949 || value > 9998) {
    throw new CalendarFormatError(pointer, '年份');
  }
  return value;
}

function statusAt(value: unknown, pointer: string): CalendarStatus {
  const status = calendarStatuses.find((candidate) => candidate === value);
  if (!status) throw new CalendarFormatError(pointer, calendarStatuses.join('、'));
  return status;
}

function dayAt(value: unknown, pointer: string, year: number): CalendarDay {
  const { date: rawDate, name, offDay } = objectAt(value, pointer);
  const date = dateAt(rawDate, `${pointer}/date`);
  // Elsewhere the day would never be looked up, and the notice silently not obeyed: the December rule reaches no further.
  if (date < `${year - 1}-12-01` || date > `${year}-12-31`) {
    throw new CalendarFormatError(`${pointer}/date`, `${year - 1}年12月至${year}年12月的日期`);
  }
  if (typeof offDay !== 'boolean') throw new CalendarFormatError(`${pointer}/offDay`, 'true 或 false');
  return { date, name: textAt(name, `${pointer}/name`), offDay };
}

function daysAt(value: unknown, pointer: string, year: number): CalendarDay[] {
  const days = listAt(value, pointer).map((day, index) => dayAt(day, `${pointer}/${index}`, year));
  for (const [index, { date }] of days.entries()) {
    const first = days.findIndex((day) => day.date === date);
    if (first !== index) throw new CalendarFormatError(`${pointer}/${index}/date`, '不重复的日期');
  }
  return days;
}

function revisedOnOf({ revisions }: Json): PlainDate | null {
  if (revisions === undefined) return null;
  const dates = listAt(revisions, '/revisions').map((revision, index) =>
    dateAt(objectAt(revision, `/revisions/${index}`).publishedOn, `/revisions/${index}/publishedOn`),
  );
  return dates.sort().at(-1) ?? null;
}

/**
 * Reads a national calendar in the format of `data/calendar/CN-*.json`. Fields it does not know are left out.
 * @throws {CalendarFormatError}
 */
export function parseCalendarYear(json: unknown): CalendarYear {
  const file = objectAt(json, '');
  const year = yearAt(file.year, '/year');
  return {
    year,
    status: statusAt(file.status, '/status'),
    source: textAt(file.source, '/source'),
    publishedOn: dateOrNullAt(file.publishedOn, '/publishedOn'),
    revisedOn: revisedOnOf(file),
    days: daysAt(file.days, '/days', year),
  };
}

/**
 * Reads a region's calendar in the format of `data/calendar/overlay-*.json`. Of several sources the first is kept.
 * @throws {CalendarFormatError}
 */
export function parseCalendarOverlay(json: unknown): CalendarOverlay {
  const file = objectAt(json, '');
  const year = yearAt(file.year, '/year');
  const region = textAt(file.region, '/region');
  if (!/^\d{6}$/.test(region)) throw new CalendarFormatError('/region', '六位行政区划代码');
  return {
    region: parseDivisionCode(region),
    regionName: textAt(file.regionName, '/regionName'),
    year,
    status: statusAt(file.status, '/status'),
    title: textAt(file.title, '/title'),
    source: textAt(listAt(file.sources, '/sources')[0], '/sources/0'),
    publishedOn: dateOrNullAt(file.publishedOn, '/publishedOn'),
    days: daysAt(file.days, '/days', year),
  };
}
