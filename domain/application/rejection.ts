import type { RequestedMatter } from './application.ts';

/** What the counter answers to an application that it cannot accept: no, or not yet. */
export const counterDecisions = ['rejected', 'completion_requested'] as const;

export type CounterDecision = (typeof counterDecisions)[number];

/** One thing wrong with an application, as the applicant is told it. */
export interface ToldFault {
  readonly code: string;
  readonly message: string;
  /** The clause or law; null for a fault of form. */
  readonly basis: string | null;
}

/**
 * What the notice says of an application that did not become a case, and everything that was wrong with it
 * (一次性告知). Nothing else of it is kept.
 */
export interface RejectedApplication {
  readonly applicantName: string;
  readonly matters: readonly RequestedMatter[];
  readonly faults: readonly ToldFault[];
}

const outOfScope: readonly string[] = ['matter_not_in_catalogue', 'matter_never_certified'];

/** Whether somebody asked for what no station certifies; a refusal of that is reported upwards (五个一律). */
export function isOutOfScope(codes: readonly string[]): boolean {
  return codes.some((code) => outOfScope.includes(code));
}
