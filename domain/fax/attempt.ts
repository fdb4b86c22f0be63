import type { CaseNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import { faxFaultTitles, faxFaults } from './fault.ts';

/** `not_queued`: the fax server did not take it. */
export const faxOutcomes = ['sent', ...faxFaults, 'not_queued'] as const;

export type FaxOutcome = (typeof faxOutcomes)[number];

export const faxOutcomeTitles = {
  sent: '已发出，各页均经对方传真机确认',
  not_queued: '传真服务器未接收',
  ...faxFaultTitles,
} as const satisfies Record<FaxOutcome, string>;

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
