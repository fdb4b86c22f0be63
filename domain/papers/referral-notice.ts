import type { CaseNo } from '../certificate/numbers.ts';
import type { RegisterItem } from '../register/item.ts';
import { registerItemTitles } from '../register/item.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate } from './wording.ts';

/** Why the applicant has to go to the home station [§3]; `partly_…` where the answer is not the same for all matters. */
export type ReferralReason =
  | 'inconsistent'
  | 'partly_inconsistent'
  | 'partly_no_record'
  | 'partly_inconsistent_and_no_record'
  | 'identity_not_verifiable'
  | 'at_own_request';

/** 转告知书: go to the home station, why, where, and with what. */
export interface ReferralNoticeView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  /** What is left to the home station: all of it, unless a certificate is issued for what was confirmed. */
  readonly matters: readonly string[];
  readonly reason: ReferralReason;
  /** The items that differ, as the home station named them: what the register says instead is for the two stations (S05). */
  readonly differingItems: readonly RegisterItem[];
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
  partly_inconsistent: '经户籍地公安派出所查证，部分申请事项与户籍登记信息不一致。',
  partly_no_record: '经户籍地公安派出所查证，部分申请事项查无登记。',
  partly_inconsistent_and_no_record:
    '经户籍地公安派出所查证，部分申请事项与户籍登记信息不一致，部分申请事项查无登记。',
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

export function presentReferralNotice({
  caseNo,
  appliedOn,
  issuedOn,
  reason,
  differingItems,
  ...same
}: ReferralNoticeView) {
  return {
    ...same,
    number: caseNo,
    reason: reasonSentences[reason],
    differingItems: differingItems.map((item) => registerItemTitles[item]),
    appliedOn: chineseDate(appliedOn),
    issuedOn: chineseDate(issuedOn),
  };
}
