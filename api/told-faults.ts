import type { FieldFault } from './schemas/problem.ts';
import { maxToldFaults } from './schemas/problem.ts';

/**
 * The faults that an answer tells: the first hundred, and one that says how many more there are. A megabyte of wrong
 * fields would else be answered with many more.
 */
export function toldFaults(faults: readonly FieldFault[]): FieldFault[] {
  const more = faults.length - maxToldFaults;
  if (more <= 0) return [...faults];
  const message = `另有${String(more)}处错误未逐一列出，请先改正以上各项。`;
  return [...faults.slice(0, maxToldFaults), { pointer: '', code: 'more_faults', message }];
}
