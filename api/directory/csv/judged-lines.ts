import type { FastifyRequest } from 'fastify';
import { fieldFaultsOf } from '../../field-faults.ts';
import type { FieldFault } from '../../schemas/problem.ts';
import type { Column, LineBody, TableLine } from './table.ts';
import { cellFaults } from './table.ts';

/** What checks a line for its form: the same schema as a body of JSON. */
export type LineValidator = ReturnType<FastifyRequest['compileValidationSchema']>;

/** What a line is judged by. */
export interface LineJudge {
  readonly validate: LineValidator;
  readonly faultsOf: (body: LineBody) => readonly FieldFault[];
}

/** A line without what is malformed in it, so that the rules can judge the rest and all faults come at once. */
export interface JudgedLine {
  readonly line: number;
  readonly body: LineBody;
  readonly malformed: ReadonlySet<string>;
}

/** Judges the form of every line, and what else its table asks of a line by itself. */
export function judgeLines<Row>(
  lines: readonly TableLine[],
  columns: readonly Column<Row>[],
  { validate, faultsOf }: LineJudge,
): { judged: JudgedLine[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const judged = lines.map(({ line, body }) => {
    const wrong = [...(validate(body) ? [] : fieldFaultsOf(validate.errors ?? [])), ...faultsOf(body)];
    faults.push(...cellFaults(line, wrong, columns));
    const malformed = new Set(wrong.map(({ pointer }) => fieldOf(pointer)));
    const sound = Object.entries(body).filter(([field]) => !malformed.has(field));
    return { line, body: Object.fromEntries(sound), malformed };
  });
  return { judged, faults };
}

/** Faults that the rules find in a line, without those of what is malformed and was left out. */
export function soundFaults(faults: readonly FieldFault[], { malformed }: JudgedLine): FieldFault[] {
  return faults.filter(({ pointer }) => !malformed.has(fieldOf(pointer)));
}

function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}
