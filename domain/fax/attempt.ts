import type { CaseNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import type { FaxFault } from './fault.ts';

/** `not_queued`: the fax server did not take it. */
export type FaxOutcome = 'sent' | FaxFault | 'not_queued';

/** One fax that was, or is about to be, queued for the n-th transmission of a case. */
export interface FaxAttempt {
  readonly caseNo: CaseNo;
  readonly n: number;
  /** From 1: after one that failed there may be another. */
  readonly attempt: number;
  readonly faxNumber: string;
  readonly begunAt: Instant;
  /** Null while nobody knows what became of it. */
  readonly end: FaxEnd | null;
}

/** How a fax ended: the report of its transmission. */
export interface FaxEnd {
  readonly outcome: FaxOutcome;
  readonly endedAt: Instant;
  readonly pagesSent: number;
  /** The fax server's number for it; null when it never took it. */
  readonly jobId: number | null;
}
