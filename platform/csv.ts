import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A line of a CSV file as its cells, or why it cannot be read. */
export type CsvLine = { readonly line: number } & (
  { readonly cells: readonly string[] } | { readonly broken: true }
);

/**
 * The text of a CSV file, without a byte order mark.
 * @returns undefined when it is not UTF-8, as files are that Excel saves under the plain name CSV.
 */
export function csvTextOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// A line takes 0.1 ms; others want to be served meanwhile.
const linesAtOnce = 50;

/**
 * The lines of a CSV text that hold anything, numbered from 1. Each line is a record: tables whose cells hold no line
 * breaks lose nothing by it, and a stray quote spoils its own line only, where RFC 4180 lets it swallow those behind.
 */
export async function readCsvLines(text: string): Promise<CsvLine[]> {
  const lines: CsvLine[] = [];
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (index % linesAtOnce === 0) await setImmediate();
    if (!/^[\s,]*$/.test(content)) lines.push(readLine(content, index + 1));
  }
  return lines;
}

function readLine(content: string, line: number): CsvLine {
  try {
    const [cells = []] = parse(content, { trim: true });
    return { line, cells: cells.map(fromSafeCell) };
  } catch (error) {
    if (error instanceof CsvError) return { line, broken: true };
    throw error;
  }
}

/** A CSV file for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell that a spreadsheet would calculate. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvLinesOf(rows)}`;
}

/** Further lines of such a file, for one that is written bit by bit. */
export function csvLinesOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { record_delimiter: 'windows' },
  );
}

const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const quotedFormula = /^'+[=+\-@\t\r＝＋－＠]/;

/** Puts an apostrophe before what a spreadsheet would take for a formula (CWE-1236), so that it can be taken off again. */
function safeCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function fromSafeCell(cell: string): string {
  return quotedFormula.test(cell) ? cell.slice(1) : cell;
}
