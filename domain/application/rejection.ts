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

/** The code of what an officer has against an application in his own words, which may name people. */
export const officerReason = 'officer_reason';

/** The faults as whoever does not work at that counter reads them. */
export function withoutOfficersWords(faults: readonly ToldFault[]): ToldFault[] {
  return faults.map((fault) =>
    fault.code === officerReason ? { ...fault, message: '民警另行写明的理由，只在受理单位显示。' } : fault,
  );
}

const outOfScope: readonly string[] = ['matter_not_in_catalogue', 'matter_never_certified'];

/** Whether somebody asked for what no station certifies; a refusal of that is reported upwards (五个一律). */
export function isOutOfScope(codes: readonly string[]): boolean {
  return codes.some((code) => outOfScope.includes(code));
}
