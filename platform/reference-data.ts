import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarStatus } from '../domain/calendar/calendar-year.ts';
import { parseCalendarOverlay, parseCalendarYear } from '../domain/calendar/parse-calendar.ts';
import type { PublishedCalendar } from '../domain/calendar/working-calendar.ts';
import type { DivisionCode } from '../domain/units/division-code.ts';
import { parseDivisionCode } from '../domain/units/division-code.ts';

const dataFolder = join(import.meta.dirname, '..', 'data');
const calendarFolder = join(dataFolder, 'calendar');

function once<T>(load: () => T): () => T {
  let loaded: { readonly value: T } | undefined;
  return () => (loaded ??= { value: load() }).value;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The contents of one file of `data/calendar`, to be parsed by `domain/calendar`. */
export function readCalendarFile(name: string): unknown {
  // A name, never a path: the caller may have it from a file of others.
  if (!/^[\w.-]+\.json$/.test(name)) throw new Error(`${name} 不是日历文件名`);
  return readJson(join(calendarFolder, name));
}

function isInForce({ status }: { readonly status: CalendarStatus }): boolean {
  return status !== 'superseded';
}

/**
 * The calendars that come with the product: every year in force and all regional overlays. The version is a digest of
 * the contents. Read once.
 */
export const loadPublishedCalendar = once((): PublishedCalendar => {
  const names = readdirSync(calendarFolder).sort();
  const filesNamed = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map(readCalendarFile);
  const years = filesNamed(/^CN-.*\.json$/)
    .map(parseCalendarYear)
    .filter(isInForce);
  const overlays = filesNamed(/^overlay-.*\.json$/)
    .map(parseCalendarOverlay)
    .filter(isInForce);
  const digest = createHash('sha256').update(JSON.stringify({ years, overlays })).digest('hex');
  return { version: digest.slice(0, 12), years, overlays };
});

/** All six-digit division codes that ever were in force since 1981. Read once. */
export const loadDivisions = once((): ReadonlySet<string> => {
  const [, ...rows] = readFileSync(join(dataFolder, 'divisions.csv'), 'utf8').trimEnd().split('\n');
  return new Set(
    rows.map((row, index) => {
      // No field is quoted or holds a comma; six columns in each row prove it, whoever updates the file.
      const [code, ...others] = row.split(',');
      if (!code || others.length !== 5) throw new Error(`data/divisions.csv 第${index + 2}行应有6列`);
      return parseDivisionCode(code);
    }),
  );
});

/** One of the 32 units that the plan names [三(三)]. */
export interface Province {
  readonly code: DivisionCode;
  readonly name: string;
  readonly abbr: string;
  readonly type: 'municipality' | 'province' | 'autonomous-region' | 'corps';
  /** Name of its public security organ, as `贵州省公安厅`. */
  readonly police: string;
  readonly codeConfigurable: boolean;
}

/** The 31 provincial-level units and 新疆生产建设兵团. Read once. */
export const loadProvinces = once((): readonly Province[] => {
  const { units } = readJson(join(dataFolder, 'provinces.json')) as { units: Province[] };
  return units;
});
