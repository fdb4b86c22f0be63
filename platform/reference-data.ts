import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseCalendarFile } from '../domain/calendar/parse-calendar.ts';
import type { PublishedCalendar } from '../domain/calendar/working-calendar.ts';
import type { DivisionCode, EndedDivision } from '../domain/units/division-code.ts';
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

/** Every calendar file that comes with the product and that no later notice replaced, in the order of their names. */
export function readCalendarFiles(): readonly unknown[] {
  return readdirSync(calendarFolder)
    .sort()
    .filter((name) => /^(CN|overlay)-.*\.json$/.test(name))
    .map(readCalendarFile)
    .filter((file) => (file as { status: string }).status !== 'superseded');
}

/**
 * The calendars that come with the product: every year in force and all regional overlays. The version is a digest of
 * the contents. Read once.
 */
export const loadPublishedCalendar = once((): PublishedCalendar => {
  const files = readCalendarFiles().map(parseCalendarFile);
  const years = files.flatMap((file) => (file.kind === 'national' ? file.year : []));
  const overlays = files.flatMap((file) => (file.kind === 'regional' ? file.overlay : []));
  const digest = createHash('sha256').update(JSON.stringify({ years, overlays })).digest('hex');
  return { version: digest.slice(0, 12), years, overlays };
});

interface DivisionRow {
  readonly code: DivisionCode;
  readonly name: string;
  /** Null while the row is in force. */
  readonly endYear: number | null;
}

const readDivisionRows = once((): readonly DivisionRow[] => {
  const [, ...rows] = readFileSync(join(dataFolder, 'divisions.csv'), 'utf8').trimEnd().split('\n');
  return rows.map((row, index) => {
    // No field is quoted or holds a comma; six columns in each row prove it, whoever updates the file.
    const [code, name, , , endYear, ...others] = row.split(',');
    if (!code || !name || endYear === undefined || others.length !== 1) {
      throw new Error(`data/divisions.csv 第${index + 2}行应有6列`);
    }
    return { code: parseDivisionCode(code), name, endYear: endYear === '' ? null : Number(endYear) };
  });
});

/** All six-digit division codes that ever were in force since 1981. Read once. */
export const loadDivisions = once(
  (): ReadonlySet<string> => new Set(readDivisionRows().map(({ code }) => code)),
);

/** The codes that are no longer in force, each with the last name that it had. Read once. */
export const loadEndedDivisions = once((): ReadonlyMap<string, EndedDivision> => {
  const ended = new Map<string, EndedDivision>();
  const inForce = new Set(readDivisionRows().flatMap(({ code, endYear }) => (endYear === null ? code : [])));
  for (const { code, name, endYear } of readDivisionRows()) {
    if (endYear === null || inForce.has(code)) continue;
    const known = ended.get(code);
    if (known === undefined || known.endYear < endYear) ended.set(code, { name, endYear });
  }
  return ended;
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
