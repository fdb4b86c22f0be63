import fc from 'fast-check';
import type { Operation } from '../authority/operations.ts';
import { operations } from '../authority/operations.ts';
import type { Base } from './base-requests.ts';
import { fileMalices } from './file-malice.ts';
import { framingMalices } from './framing-malice.ts';
import { headerMalices } from './header-malice.ts';
import { jsonMalices, untouched } from './json-malice.ts';
import { tableMalices } from './table-malice.ts';
import { targetMalices } from './target-malice.ts';
import { hostileText } from './text-malice.ts';
import { textFields } from './text-fields.ts';
import type { Malice } from './malice.ts';
import type { Input } from './message.ts';

const malices: Readonly<Record<string, Malice>> = {
  ...{ 'nothing wrong': (base: Base) => fc.constant(untouched(base)) },
  ...jsonMalices,
  ...headerMalices,
  ...targetMalices,
  ...framingMalices,
  ...tableMalices,
  ...fileMalices,
};

/** One operation and one way of spoiling what is asked of it. */
export interface Cell {
  readonly operation: Operation;
  readonly what: string;
  readonly malice: Malice;
}

/** Every text field comes up more often than a malice of any other kind: there are more texts than anything else. */
const textShare = 3;
/** And the few forms with files, which have the most behind them. */
const fileShare = 12;

/** Which cells make no sense is known by their malice when it sees the request. */
export function cellsFor(baseFor: (operation: Operation) => Base): readonly Cell[] {
  const general = operations.flatMap((operation) =>
    Object.entries(malices).flatMap(([what, malice]) => {
      const share = what in fileMalices || what in tableMalices ? fileShare : 1;
      const cell = { operation, what, malice };
      return malice(baseFor(operation)) === undefined ? [] : Array.from({ length: share }, () => cell);
    }),
  );
  const texts = textFields.flatMap((field) => {
    const malice: Malice = (base) => hostileText(base, field);
    const what = `a text in ${field.mediaType} /${field.path.join('/')}`;
    return Array.from({ length: textShare }, () => ({ operation: field.operation, what, malice }));
  });
  return [...general, ...texts];
}

export interface Course {
  readonly seed: number;
  readonly cells: readonly Cell[];
}

/** The cells in the order of a seed: the first thousand are of all kinds. */
export function courseOf(seed: number, cells: readonly Cell[]): Course {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...cells], { minLength: cells.length }), {
    seed,
    numRuns: 1,
  });
  return { seed, cells: shuffled };
}

export function cellAt({ cells }: Course, index: number): Cell {
  const cell = cells[index % cells.length];
  if (cell === undefined) throw new Error('a document without operations');
  return cell;
}

/** Input number `index` of a seed: the same again whenever it is asked for, apart from the numbers that were seeded. */
export function inputAt({ seed }: Course, index: number, cell: Cell, base: Base): Input {
  const inputs = cell.malice(base);
  if (inputs === undefined) throw new Error(`${cell.what} makes no sense at ${cell.operation.operationId}`);
  const [input] = fc.sample(inputs, { seed: seed + 1 + index, numRuns: 1 });
  if (input === undefined) throw new Error('a sample has one value');
  return input;
}
