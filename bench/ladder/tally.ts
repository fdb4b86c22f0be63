import type { CaseNo } from '../../domain/certificate/numbers.ts';

export interface RungTally {
  readonly rungs: number;
  /** Cases whose rung never fired. */
  readonly lost: number;
  /** Rungs beyond the first of their case. */
  readonly doubled: number;
}

/** Counts what fired, a case number for each rung in the ledger, against the cases that each should have one. */
export function tallyRungs(expected: readonly CaseNo[], fired: readonly CaseNo[]): RungTally {
  const cases = new Set(fired);
  return {
    rungs: fired.length,
    lost: expected.filter((caseNo) => !cases.has(caseNo)).length,
    doubled: fired.length - cases.size,
  };
}

export interface LatenessTally {
  readonly messages: number;
  readonly notHandedOver: number;
  /** Null when so many messages were never handed over that the one at this place was not. */
  readonly latenessP50Ms: number | null;
  readonly latenessP99Ms: number | null;
}

/** How long after its slot each message was handed over; null for one that never was, which is later than any. */
export function tallyLateness(latenessesMs: readonly (number | null)[]): LatenessTally {
  const handedOver = latenessesMs
    .filter((lateness) => lateness !== null)
    .toSorted((one, other) => one - other);
  const place = (share: number) => handedOver[Math.ceil(share * latenessesMs.length) - 1];
  const rounded = (lateness: number | undefined) => (lateness === undefined ? null : Math.round(lateness));
  return {
    messages: latenessesMs.length,
    notHandedOver: latenessesMs.length - handedOver.length,
    latenessP50Ms: rounded(place(0.5)),
    latenessP99Ms: rounded(place(0.99)),
  };
}
