import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf } from '../../domain/time/instant.ts';

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

/** Something that was to happen, or has happened, by its name. */
export interface Happening {
  readonly key: string;
  readonly at: Instant;
}

export interface LatenessTally {
  /** Of what was expected, how much never happened. */
  readonly missing: number;
  /** Null when so much never happened that the one at this place did not. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

/** How late everything expected happened for the first time. What never did is later than anything. */
export function tallyLateness(expected: readonly Happening[], happened: readonly Happening[]): LatenessTally {
  const firstAt = new Map(
    happened.toSorted((one, other) => (one.at < other.at ? 1 : -1)).map(({ key, at }) => [key, at]),
  );
  const latenessesMs = expected
    .flatMap(({ key, at }) => {
      const actual = firstAt.get(key);
      return actual === undefined ? [] : [epochMsOf(actual) - epochMsOf(at)];
    })
    .toSorted((one, other) => one - other);
  const place = (share: number) => latenessesMs[Math.ceil(share * expected.length) - 1] ?? null;
  return { missing: expected.length - latenessesMs.length, p50Ms: place(0.5), p99Ms: place(0.99) };
}
