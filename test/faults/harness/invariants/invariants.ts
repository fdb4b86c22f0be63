import { unsoundIn } from '../../../fuzz/sound-database.ts';
import { noCaseDoubled, noCaseLost } from './cases.ts';
import { auditChainWhole, ledgerChainWhole } from './chains.ts';
import { noDeliveryDoubled, noDeliveryLost } from './deliveries.ts';
import { stationsHaveTheSameFiles } from './files.ts';
import { noCertificateDoubled, noNumberReused } from './numbers.ts';
import type { Invariant, Observed } from './observed.ts';
import { projectionEqualsLedger, statisticsEqualLedger } from './projections.ts';
import { noRungDoubled, noRungLost } from './rungs.ts';

interface Rule {
  readonly title: string;
  /** What a violation is counted as, beside its own count. */
  readonly counts: 'lost' | 'doubled' | 'neither';
  readonly check: Invariant;
}

const nothingKeptHalf: Invariant = async ({ owner }) =>
  (await unsoundIn(owner)).map(({ invariant, found }) => `${invariant}: ${found}`);

const noServerError: Invariant = ({ serverErrors }) => Promise.resolve([...serverErrors]);

/** What holds when everything is healed and at rest, whatever happened before. */
export const invariants = {
  noCaseLost: { title: '没有丢失的申请件', counts: 'lost', check: noCaseLost },
  noCaseDoubled: { title: '没有重复的申请件', counts: 'doubled', check: noCaseDoubled },
  noCertificateDoubled: { title: '没有重复或遗漏的证明', counts: 'doubled', check: noCertificateDoubled },
  noNumberReused: { title: '没有重复使用的编号', counts: 'doubled', check: noNumberReused },
  noRungLost: { title: '没有遗漏的督办', counts: 'lost', check: noRungLost },
  noRungDoubled: { title: '没有重复的督办', counts: 'doubled', check: noRungDoubled },
  noDeliveryLost: { title: '没有丢失的通知', counts: 'lost', check: noDeliveryLost },
  noDeliveryDoubled: { title: '没有重复的通知', counts: 'doubled', check: noDeliveryDoubled },
  ledgerChainWhole: { title: '台账链完整', counts: 'neither', check: ledgerChainWhole },
  auditChainWhole: { title: '审计链完整', counts: 'neither', check: auditChainWhole },
  projectionEqualsLedger: { title: '列表与台账一致', counts: 'neither', check: projectionEqualsLedger },
  statisticsEqualLedger: { title: '统计与台账一致', counts: 'neither', check: statisticsEqualLedger },
  nothingKeptHalf: { title: '没有只存一半的数据', counts: 'neither', check: nothingKeptHalf },
  sameFiles: { title: '两地派出所案卷一致', counts: 'neither', check: stationsHaveTheSameFiles },
  noServerError: { title: '没有 500 应答', counts: 'neither', check: noServerError },
} as const satisfies Record<string, Rule>;

export type InvariantName = keyof typeof invariants;

export const invariantNames = Object.keys(invariants) as InvariantName[];

export interface Violation {
  readonly invariant: InvariantName;
  readonly found: string;
}

/** Checks all of them. A check that fails itself is a violation: nobody knows then. */
export async function findViolations(observed: Observed): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const invariant of invariantNames) {
    const check: Invariant = invariants[invariant].check;
    const found = await check(observed).catch((error: unknown) => [
      `not checked: ${error instanceof Error ? error.message : String(error)}`,
    ]);
    violations.push(...found.map((each) => ({ invariant, found: each })));
  }
  return violations;
}
