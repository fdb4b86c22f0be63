import type { CalendarDay } from './calendar-year.ts';
import type { CalendarFile } from './parse-calendar.ts';
import { CalendarFormatError, readCalendarFile } from './parse-calendar.ts';
import type { Json } from './parse-calendar-reader.ts';
import { CalendarReader } from './parse-calendar-reader.ts';

export interface UploadContext {
  /** The year in whose name it is handed in. */
  readonly year: number;
  /** Every division code that ever was in force. */
  readonly divisions: ReadonlySet<string>;
}

const commonFields = [
  'year',
  'status',
  'publishedOn',
  'supersededOn',
  'supersededBy',
  'days',
  'provenance',
  'licence',
  'confidence',
  'note',
];

const fieldsOf = {
  national: new Set([...commonFields, 'source', 'revisions']),
  regional: new Set([...commonFields, 'region', 'regionName', 'scope', 'title', 'sources']),
} as const satisfies Record<CalendarFile['kind'], ReadonlySet<string>>;

/** What only explains itself to people: kept as it came. */
const freeTexts = ['supersededBy', 'provenance', 'licence', 'confidence', 'note', 'scope'];

/** Off in every year whatever the notice says (全国年节及纪念日放假办法, since 2014): a file without them is mistyped. */
const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03'] as const;

/**
 * Reads a calendar that an administrator hands in: the form of `data/calendar`, and more strictly than a file that
 * comes with the product, for nobody has looked at it yet.
 * @throws {CalendarFormatError} with all faults.
 */
export function parseCalendarUpload(json: unknown, context: UploadContext): CalendarFile {
  const reader = new CalendarReader();
  const document = reader.object(json, '');
  if (reader.faults.length > 0) throw new CalendarFormatError(reader.faults);
  const file = readCalendarFile(reader, document);
  checkFields(reader, document, file.kind);
  checkMeaning(reader, document, file, context);
  if (reader.faults.length > 0) throw new CalendarFormatError(reader.faults);
  return file;
}

const unknownMessage = '没有此项，请删除。';

/** Where an unknown field stands; what it is called is repeated only where that can be nothing but a field's name. */
function unknownAt(place: string, field: string): string {
  return /^[A-Za-z_-]{1,40}$/.test(field) ? `${place}/${field}` : place;
}

function checkFields(reader: CalendarReader, document: Json, kind: CalendarFile['kind']): void {
  for (const field of Object.keys(document)) {
    if (!fieldsOf[kind].has(field)) reader.fault(unknownAt('', field), 'unknown_field', unknownMessage);
    else if (freeTexts.includes(field)) reader.text(document[field], `/${field}`);
    else if (field === 'supersededOn') reader.date(document[field], `/${field}`);
  }
  checkItems(reader, document, 'days', ['date', 'name', 'offDay']);
  checkItems(reader, document, 'revisions', ['source', 'publishedOn', 'supersedes']);
  for (const [index, revision] of itemsOf(document, 'revisions').entries()) {
    reader.text(revision.source, `/revisions/${index}/source`);
    if ('supersedes' in revision) reader.text(revision.supersedes, `/revisions/${index}/supersedes`);
  }
}

function checkItems(reader: CalendarReader, document: Json, list: string, known: readonly string[]): void {
  for (const [index, item] of itemsOf(document, list).entries()) {
    for (const field of Object.keys(item).filter((candidate) => !known.includes(candidate))) {
      reader.fault(unknownAt(`/${list}/${index}`, field), 'unknown_field', unknownMessage);
    }
  }
}

/** The objects of a list; whatever else stands in it has been found fault with already. */
function itemsOf(document: Json, list: string): Json[] {
  const items = document[list];
  return Array.isArray(items)
    ? items.map((item: unknown) => (typeof item === 'object' && item !== null ? (item as Json) : {}))
    : [];
}

function checkMeaning(
  reader: CalendarReader,
  document: Json,
  file: CalendarFile,
  { year, divisions }: UploadContext,
): void {
  const content = file.kind === 'national' ? file.year : file.overlay;
  if (content.year > 0 && content.year !== year) {
    reader.fault('/year', 'out_of_range', `应与地址中的年度${year}一致。`);
  }
  if (file.kind === 'regional') {
    const { region } = file.overlay;
    if (/^\d{6}$/.test(region) && !divisions.has(region)) {
      reader.fault('/region', 'not_a_choice', '没有这个行政区划代码。');
    }
    if (Array.isArray(document.days) && document.days.length === 0) {
      reader.fault('/days', 'too_few', '至少应有1天。');
    }
    return;
  }
  if (content.source !== '' && !/^https?:\/\/\S+$/.test(content.source)) {
    reader.fault('/source', 'wrong_form', '应为通知所在网页的地址（http 或 https）。');
  }
  if (content.status === 'official' && (document.publishedOn ?? null) === null) {
    reader.fault('/publishedOn', 'missing', '正式日历应填写通知的发布日期。');
  }
  if (content.year > 0 && Array.isArray(document.days))
    checkFixedHolidays(reader, content.year, content.days);
}

function checkFixedHolidays(reader: CalendarReader, year: number, days: readonly CalendarDay[]): void {
  const missing = fixedHolidays
    .map((day) => `${year}-${day}`)
    .filter((date) => !days.some((day) => day.date === date && day.offDay));
  if (missing.length > 0) {
    const message = `法定节假日应列为放假：${missing.join('、')}。`;
    reader.fault('/days', 'statutory_day_missing', message);
  }
}
