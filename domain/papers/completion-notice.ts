import type { CaseNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate } from './wording.ts';

/** 一次性补正告知书: everything that is missing, in one document. */
export interface CompletionNoticeView {
  /** Null before an application is accepted: it has no number yet. */
  readonly caseNo: CaseNo | null;
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  readonly items: readonly string[];
  readonly acceptingStation: PaperUnit;
  readonly issuedOn: PlainDate;
}

export function presentCompletionNotice({ caseNo, appliedOn, issuedOn, ...same }: CompletionNoticeView) {
  return { ...same, number: caseNo, appliedOn: chineseDate(appliedOn), issuedOn: chineseDate(issuedOn) };
}
