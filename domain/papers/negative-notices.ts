import type { CaseNo, RejectionNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate, rejectionNumberTitle } from './wording.ts';

/** Why something was refused, with the rule that it rests on where one is named. */
export interface RefusalReason {
  readonly text: string;
  readonly basis: string | null;
}

interface NegativeNoticeView {
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  readonly matters: readonly string[];
  /** All reasons at once. */
  readonly reasons: readonly RefusalReason[];
  readonly remedies: readonly string[];
  readonly acceptingStation: PaperUnit;
  /** The unit above, which gets a copy (五个一律). */
  readonly countyName: string;
  readonly issuedOn: PlainDate;
}

/** 不予受理告知书: the application never became a case. */
export interface RejectionNoticeView extends NegativeNoticeView {
  readonly rejectionNo: RejectionNo;
}

/** 不予出具告知书: the case is refused before an answer. */
export interface RefusalNoticeView extends NegativeNoticeView {
  readonly caseNo: CaseNo;
}

/**
 * What the applicant can do against a refusal: review within 60 days (行政复议法 第二十条), an action within six months
 * (行政诉讼法 第四十六条), a complaint to the unit above. A province may word its own [policy].
 */
export function defaultRemedies(countyName: string): readonly string[] {
  return [
    '如不服本决定，可以自收到本告知书之日起60日内依法申请行政复议，或者自收到本告知书之日起6个月内依法向人民法院提起行政诉讼。',
    `对办理过程有意见的，可以向${countyName}反映。`,
    '情况发生变化、符合条件的，可以重新提出申请。',
  ];
}

function presentNegativeNotice({ appliedOn, issuedOn, ...same }: NegativeNoticeView) {
  return { ...same, appliedOn: chineseDate(appliedOn), issuedOn: chineseDate(issuedOn) };
}

export function presentRejectionNotice({ rejectionNo, ...view }: RejectionNoticeView) {
  return { ...presentNegativeNotice(view), number: rejectionNo, numberTitle: rejectionNumberTitle };
}

export function presentRefusalNotice({ caseNo, ...view }: RefusalNoticeView) {
  return { ...presentNegativeNotice(view), number: caseNo };
}
