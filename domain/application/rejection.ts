import type { Application } from './application.ts';

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

/** An application that did not become a case, and everything that was wrong with it (一次性告知). */
export interface RejectedApplication {
  readonly application: Application;
  readonly faults: readonly ToldFault[];
}
