import { csvOf, csvTextOf, readCsvLines } from '../../../platform/csv.ts';
import { Problem } from '../../problems.ts';
import type { FieldFault } from '../../schemas/problem.ts';

/** What a line says, as the JSON body that would say the same. */
export type LineBody = Record<string, unknown>;

/** A column of a table that people edit in a spreadsheet, by its Chinese title. */
export interface Column<Row> {
  readonly title: string;
  readonly presence: 'required' | 'optional';
  /** Where in the body its faults point; null for a column that only helps people to read. */
  readonly pointer: string | null;
  /** What is right, for whoever wrote something else. */
  readonly form?: string;
  /** Says in the body what a cell says; an empty cell is an empty text. */
  readonly put: (body: LineBody, cell: string) => void;
  readonly cellOf: (row: Row) => string;
}

/** A line of a table; columns that the file leaves out are not in the body. */
export interface TableLine {
  readonly line: number;
  readonly body: LineBody;
}

const maxLines = 20_000;

/**
 * The lines of an uploaded table, each put into the form of a body, and what is wrong with the file as such.
 * @throws {Problem} 422 when it is no table: not UTF-8, empty, too long, or without its columns.
 */
export async function readTable<Row>(
  bytes: Uint8Array,
  columns: readonly Column<Row>[],
): Promise<{ lines: TableLine[]; faults: FieldFault[] }> {
  const text = csvTextOf(bytes);
  if (text === undefined) throw refusal('', 'not_utf8', '文件不是UTF-8编码，请另存为“CSV UTF-8”后重新上传。');
  if (text.split(/[\r\n]+/).length > maxLines) {
    throw refusal('', 'too_many', `一次最多导入${maxLines}行，请按单位分成几个文件。`);
  }
  const [header, ...rest] = await readCsvLines(text);
  if (header === undefined) throw refusal('', 'empty_file', '文件是空的，请先填写表头。');
  if ('broken' in header) throw refusal(`/${header.line}`, 'broken_line', '表头的引号不成对，请更正。');
  const placed = placeColumns(header.line, header.cells, columns);

  const lines: TableLine[] = [];
  const faults: FieldFault[] = [];
  for (const each of rest) {
    if ('broken' in each) {
      const message = `第${each.line}行：引号不成对，请更正后重新导入。`;
      faults.push({ pointer: `/${each.line}`, code: 'broken_line', message });
    } else if (each.cells.length !== header.cells.length) {
      const message = `第${each.line}行：应有${header.cells.length}列，实有${each.cells.length}列。`;
      faults.push({ pointer: `/${each.line}`, code: 'wrong_cell_count', message });
    } else {
      const body: LineBody = {};
      for (const { column, index } of placed) column.put(body, each.cells[index] ?? '');
      lines.push({ line: each.line, body });
    }
  }
  return { lines, faults };
}

/** The columns in their own order, with their places in the file. @throws {Problem} 422 with everything wrong. */
function placeColumns<Row>(line: number, titles: readonly string[], columns: readonly Column<Row>[]) {
  const known = columns.map(({ title }) => title);
  const errors = [
    // By its number, never by what it says: in a file without its header that is the first person.
    ...titles.flatMap((title, index) =>
      known.includes(title)
        ? []
        : [
            cellFault(
              line,
              `第${index + 1}列`,
              'unknown_column',
              `没有这一列；可用的列：${known.join('、')}。`,
            ),
          ],
    ),
    ...known
      .filter((title) => titles.indexOf(title) !== titles.lastIndexOf(title))
      .map((title) => cellFault(line, title, 'repeated', '这一列重复出现。')),
    ...columns
      .filter(({ title, presence }) => presence === 'required' && !titles.includes(title))
      .map(({ title }) => cellFault(line, title, 'missing', '缺少这一列。')),
  ];
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  return columns.flatMap((column) => {
    const index = titles.indexOf(column.title);
    return index === -1 ? [] : [{ column, index }];
  });
}

/** A fault in a cell: the pointer names line and column as a person finds them, the header being line 1. */
export function cellFault(line: number, title: string, code: string, message: string): FieldFault {
  const step = title.replaceAll('~', '~0').replaceAll('/', '~1');
  return { pointer: `/${line}/${step}`, code, message: `第${line}行“${title}”：${message}` };
}

/** The line that a fault is in, 0 for one of the file as such. */
export function lineOf({ pointer }: FieldFault): number {
  return Number(pointer.split('/')[1] ?? 0);
}

/** Faults of a body as faults of the cells that said it. */
export function cellFaults<Row>(
  line: number,
  faults: readonly FieldFault[],
  columns: readonly Column<Row>[],
): FieldFault[] {
  const found = faults.map(({ pointer, code, message }) => {
    const [column] = columns
      .filter((each) => each.pointer !== null && isWithinPointer(pointer, each.pointer))
      .sort((one, other) => (other.pointer?.length ?? 0) - (one.pointer?.length ?? 0));
    const isForm = code !== 'missing' && column?.form !== undefined && formCodes.has(code);
    return cellFault(line, column?.title ?? pointer, code, isForm ? column.form : message);
  });
  return [...new Map(found.map((fault) => [fault.pointer + fault.message, fault])).values()];
}

// Codes of `api/field-faults.ts` that say that a value is not of its form; a column knows better what its form is.
const formCodes = new Set(['wrong_characters', 'wrong_form', 'wrong_type', 'not_a_choice']);

function isWithinPointer(pointer: string, whole: string): boolean {
  return pointer === whole || pointer.startsWith(`${whole}/`);
}

/** A table as a file that {@link readTable} reads. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csvOf([
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cellOf }) => cellOf(row))),
  ]);
}

function refusal(pointer: string, code: string, message: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer, code, message }] });
}
