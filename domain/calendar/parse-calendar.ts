import type { PlainDate } from '../time/plain-date.ts';
import type { CalendarFault } from './calendar-fault.ts';
import type { CalendarDay, CalendarOverlay, CalendarYear } from './calendar-year.ts';
import type { Json } from './parse-calendar-reader.ts';
import { CalendarReader } from './parse-calendar-reader.ts';

/** A calendar file that cannot be used, with everything that is wrong with it. */
export class CalendarFormatError extends Error {
  readonly faults: readonly CalendarFault[];

  constructor(faults: readonly CalendarFault[]) {
    super(`日历数据有误：${faults.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('')}`);
    this.name = 'CalendarFormatError';
    this.faults = faults;
  }
}

/** A calendar of either kind: the country's, or a region's that lies on top of it. */
export type CalendarFile =
  | { readonly kind: 'national'; readonly year: CalendarYear }
  | { readonly kind: 'regional'; readonly overlay: CalendarOverlay };

/**
 * Reads a national calendar in the format of `data/calendar/CN-*.json`. Fields it does not know are left out.
 * @throws {CalendarFormatError} with all faults.
 */
export function parseCalendarYear(json: unknown): CalendarYear {
  return parseWith(json, readCalendarYear);
}

/**
 * Reads a region's calendar in the format of `data/calendar/overlay-*.json`. Of several sources the first is kept.
 * @throws {CalendarFormatError} with all faults.
 */
export function parseCalendarOverlay(json: unknown): CalendarOverlay {
  return parseWith(json, readCalendarOverlay);
}

/**
 * Reads a calendar of either kind: a file that names a region is a region's.
 * @throws {CalendarFormatError} with all faults.
 */
export function parseCalendarFile(json: unknown): CalendarFile {
  return parseWith(json, readCalendarFile);
}

/** As {@link parseCalendarFile}, with the faults left in the reader for whoever has more to check. */
export function readCalendarFile(reader: CalendarReader, file: Json): CalendarFile {
  return 'region' in file
    ? { kind: 'regional', overlay: readCalendarOverlay(reader, file) }
    : { kind: 'national', year: readCalendarYear(reader, file) };
}

function parseWith<T>(json: unknown, read: (reader: CalendarReader, file: Json) => T): T {
  const reader = new CalendarReader();
  const file = reader.object(json, '');
  if (reader.faults.length > 0) throw new CalendarFormatError(reader.faults);
  const value = read(reader, file);
  if (reader.faults.length > 0) throw new CalendarFormatError(reader.faults);
  return value;
}

function readCalendarYear(reader: CalendarReader, file: Json): CalendarYear {
  const year = reader.year(file.year, '/year');
  return {
    year,
    status: reader.status(file.status, '/status'),
    source: reader.text(file.source, '/source'),
    publishedOn: reader.dateOrNull(file.publishedOn, '/publishedOn'),
    revisedOn: readRevisedOn(reader, file),
    days: readDays(reader, file.days, year),
  };
}

function readCalendarOverlay(reader: CalendarReader, file: Json): CalendarOverlay {
  const year = reader.year(file.year, '/year');
  const region = reader.division(file.region, '/region');
  const regionName = reader.text(file.regionName, '/regionName');
  const status = reader.status(file.status, '/status');
  const title = reader.text(file.title, '/title');
  const sources = reader
    .list(file.sources, '/sources')
    .map((source, index) => reader.text(source, `/sources/${index}`));
  if (Array.isArray(file.sources) && file.sources.length === 0) {
    reader.fault('/sources', 'too_few', '至少应有1项来源。');
  }
  return {
    region,
    regionName,
    year,
    status,
    title,
    source: sources[0] ?? '',
    publishedOn: reader.dateOrNull(file.publishedOn, '/publishedOn'),
    days: readDays(reader, file.days, year),
  };
}

function readDays(reader: CalendarReader, value: unknown, year: number): CalendarDay[] {
  const days = reader.list(value, '/days').map((day, index) => readDay(reader, day, `/days/${index}`, year));
  const seen = new Set<PlainDate>();
  for (const [index, { date }] of days.entries()) {
    if (date !== '' && seen.has(date)) {
      reader.fault(`/days/${index}/date`, 'repeated', '同一日期只能列出一次。');
    }
    seen.add(date);
  }
  return days;
}

function readDay(reader: CalendarReader, value: unknown, pointer: string, year: number): CalendarDay {
  if (typeof value !== 'object' || value === null) {
    reader.object(value, pointer);
    return { date: '' as PlainDate, name: '', offDay: false };
  }
  const { date: rawDate, name, offDay } = reader.object(value, pointer);
  const date = reader.date(rawDate, `${pointer}/date`);
  // Elsewhere the day would never be looked up, and the notice silently not obeyed: the December rule reaches no further.
  if (date !== '' && year > 0 && (date < `${year - 1}-12-01` || date > `${year}-12-31`)) {
    const message = `应为${year - 1}年12月至${year}年12月的日期。`;
    reader.fault(`${pointer}/date`, 'out_of_range', message);
  }
  return {
    date,
    name: reader.text(name, `${pointer}/name`),
    offDay: reader.boolean(offDay, `${pointer}/offDay`),
  };
}

function readRevisedOn(reader: CalendarReader, { revisions }: Json): PlainDate | null {
  if (revisions === undefined) return null;
  const dates = reader.list(revisions, '/revisions').map((revision, index) => {
    const pointer = `/revisions/${index}`;
    return reader.date(reader.object(revision, pointer).publishedOn, `${pointer}/publishedOn`);
  });
  return dates.sort().at(-1) ?? null;
}
