import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { SilentCase } from './cases.ts';
import { expectedTellings, tellingKey } from './expected.ts';
import { benchNoticePolicy } from './notice-policy.ts';
import type { RungTally } from './tally.ts';
import { tallyLateness, tallyRungs } from './tally.ts';

interface Observation {
  readonly cases: readonly SilentCase[];
  /** When the rung of all of them is due. */
  readonly rungAt: Instant;
  readonly fired: readonly { readonly caseNo: CaseNo; readonly at: Instant }[];
  readonly told: readonly {
    readonly caseNo: CaseNo;
    readonly destination: DestinationKey;
    readonly at: Instant;
  }[];
}

/** Lateness is null where so much never came that what stands at that place did not. */
export interface LadderResult extends RungTally {
  /** From the rung's instant to that of its event in the ledger. */
  readonly rungLatenessP50Ms: number | null;
  readonly rungLatenessP99Ms: number | null;
  /** One for each person whom the rung of a case is to tell. */
  readonly notices: number;
  /** That were never handed to their channel, for whatever reason. */
  readonly noticesLost: number;
  /** From the person's place in the spread after the opening to the handing over. */
  readonly latenessP50Ms: number | null;
  readonly latenessP99Ms: number | null;
}

export function resultOf({ cases, rungAt, fired, told }: Observation): LadderResult {
  const rungLateness = tallyLateness(
    cases.map(({ caseNo }) => ({ key: caseNo, at: rungAt })),
    fired.map(({ caseNo, at }) => ({ key: caseNo, at })),
  );
  const tellings = expectedTellings(cases, rungAt, benchNoticePolicy);
  const lateness = tallyLateness(
    tellings,
    told.map((telling) => ({ key: tellingKey(telling), at: telling.at })),
  );
  return {
    ...tallyRungs(
      cases.map(({ caseNo }) => caseNo),
      fired.map(({ caseNo }) => caseNo),
    ),
    rungLatenessP50Ms: rungLateness.p50Ms,
    rungLatenessP99Ms: rungLateness.p99Ms,
    notices: tellings.length,
    noticesLost: lateness.missing,
    latenessP50Ms: lateness.p50Ms,
    latenessP99Ms: lateness.p99Ms,
  };
}

/** The result as a table for people. */
export function tellResult(result: LadderResult, tell: (line: string) => void): void {
  const { rungs, lost, doubled, notices, noticesLost } = result;
  tell(`督办${rungs}次，丢失${lost}，重复${doubled}`);
  tell(`  触发晚于起始时刻：${places(result.rungLatenessP50Ms, result.rungLatenessP99Ms)}`);
  tell(`通知${notices}件，未交付${noticesLost}`);
  tell(`  交付晚于应发时刻：${places(result.latenessP50Ms, result.latenessP99Ms)}`);
}

function places(p50Ms: number | null, p99Ms: number | null): string {
  return `中位${p50Ms ?? '∞'}毫秒，99分位${p99Ms ?? '∞'}毫秒`;
}
