import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';

/** 422 with everything that is wrong in the body of an act. */
export function faultyBody(errors: readonly FieldFault[]): Problem {
  return new Problem('validation_failed', { errors });
}
