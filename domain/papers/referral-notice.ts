import type { CaseNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate } from './wording.ts';

/** Why the applicant has to go to the home station [§3]. */
export type ReferralReason = 'inconsistent' | 'identity_not_verifiable' | 'at_own_request';

/** 转告知书: go to the home station, why, where, and with what. */
export interface ReferralNoticeView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  /** What is left to the home station: all of it, unless a certificate is issued for what was confirmed. */
  readonly matters: readonly string[];
  readonly reason: ReferralReason;
  /** The items that differ, by name alone: what the register says instead is for the two stations (S05). */
  readonly differingItems: readonly string[];
  readonly acceptingStation: PaperUnit;
  readonly homeStation: PaperUnit;
  readonly bring: readonly string[];
  /**
   * What the home station may give instead where its province's rules allow it: a booklet with only the first page and
   * the applicant's own card. Null where they do not, or nothing is known of it [policy].
   */
  readonly bookletAdvice: string | null;
  readonly remedies: readonly string[];
  readonly issuedOn: PlainDate;
}

const reasonSentences = {
  inconsistent: '经户籍地公安派出所查证，户籍登记信息与申请内容不一致。',
  identity_not_verifiable: '户籍地公安派出所无法查证申请人身份。',
  at_own_request: '您要求直接到户籍地派出所申请办理。',
} as const satisfies Record<ReferralReason, string>;

export const defaultThingsToBring = [
  '本人居民身份证或者其他有效身份证件原件',
  '本告知书',
  '与申请事项有关的原始材料（如有）',
] as const;

/** The block about a booklet of one's own, where a province switches it on [policy]. */
export const defaultBookletAdvice =
  '按照户籍地的规定，因家庭矛盾等原因无法取得居民户口簿的，可以向户籍地派出所申请单独出具仅含首页和本人登记卡的居民户口簿。';

/** Items of the register by name. A notice may name these and nothing else of what was found. */
const itemNames = [
  '姓名',
  '曾用名',
  '性别',
  '民族',
  '出生日期',
  '出生地',
  '籍贯',
  '公民身份号码',
  '户籍登记地址',
  '住址',
  '亲属关系',
  '户口迁移',
  '户口注销',
] as const;

/**
 * The names of the items that a finding speaks of. A finding is free text of the home station and may hold the
 * register's value; of it only words from a fixed list come out, so that no value can reach the applicant's notice.
 */
export function itemsNamedIn(finding: string): readonly string[] {
  // 曾用名 and 户籍登记地址 hold the names of other items.
  const longestFirst = [...itemNames].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  let rest = finding;
  for (const name of longestFirst) {
    if (!rest.includes(name)) continue;
    found.add(name);
    rest = rest.replaceAll(name, ' ');
  }
  return itemNames.filter((name) => found.has(name));
}

export function presentReferralNotice({ caseNo, appliedOn, issuedOn, reason, ...same }: ReferralNoticeView) {
  return {
    ...same,
    number: caseNo,
    reason: reasonSentences[reason],
    appliedOn: chineseDate(appliedOn),
    issuedOn: chineseDate(issuedOn),
  };
}
