import type { CaseNo, RejectionNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate, rejectionNumberTitle } from './wording.ts';

interface CompletionNotice {
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  readonly items: readonly string[];
  /** Why a second list is handed out; null for the first. */
  readonly reason: string | null;
  readonly acceptingStation: PaperUnit;
  readonly issuedOn: PlainDate;
}

/** 一次性补正告知书: everything that is missing, in one document; of a case, or before there is one. */
export type CompletionNoticeView = CompletionNotice &
  ({ readonly caseNo: CaseNo } | { readonly rejectionNo: RejectionNo });

export function presentCompletionNotice(view: CompletionNoticeView) {
  const { applicantName, appliedOn, items, reason, acceptingStation, issuedOn } = view;
  return {
    ...{ applicantName, items, reason, acceptingStation },
    ...('caseNo' in view
      ? { number: view.caseNo }
      : { number: view.rejectionNo, numberTitle: rejectionNumberTitle }),
    appliedOn: chineseDate(appliedOn),
    issuedOn: chineseDate(issuedOn),
  };
}
