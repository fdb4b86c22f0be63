import type { FastifyRequest } from 'fastify';
import type { UnitTree } from '../../../domain/units/unit-tree.ts';
import type { Principal } from '../../../platform/identity/principal.ts';
import { fieldFaultsOf } from '../../field-faults.ts';
import type { FieldFault } from '../../schemas/problem.ts';
import type { Column, LineBody, TableLine } from './table.ts';
import { cellFaults } from './table.ts';
import { unitFaults } from './unit-faults.ts';

/** What checks a line for its form: the same schema as a body of JSON. */
export type LineValidator = ReturnType<FastifyRequest['compileValidationSchema']>;

/** A line without what is malformed in it, so that the rules can judge the rest and all faults come at once. */
export interface JudgedLine {
  readonly line: number;
  readonly body: LineBody;
  readonly malformed: ReadonlySet<string>;
}

/** Judges the form of every line, and whether its unit is the caller's to keep. */
export function judgeLines<Row>(
  lines: readonly TableLine[],
  columns: readonly Column<Row>[],
  context: { readonly tree: UnitTree; readonly caller: Principal; readonly validate: LineValidator },
): { judged: JudgedLine[]; faults: FieldFault[] } {
  const { tree, caller, validate } = context;
  const faults: FieldFault[] = [];
  const judged = lines.map(({ line, body }) => {
    const wrong = [
      ...(validate(body) ? [] : fieldFaultsOf(validate.errors ?? [])),
      ...unitFaults(tree, caller, body.unitCode),
    ];
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
