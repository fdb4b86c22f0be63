import type { Deadline } from '../calendar/deadline.ts';
import { explainDeadline } from '../calendar/explanation.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate } from './wording.ts';

/** 受理回执: handed to the applicant at the counter, and anew whenever the expected date changes. */
export interface AcceptanceReceiptView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly matters: readonly string[];
  readonly acceptingStation: PaperUnit;
  readonly homeStation: PaperUnit;
  readonly acceptedOn: PlainDate;
  readonly issuedOn: PlainDate;
  /** How many working days the home station has [§3]. */
  readonly termWorkingDays: number;
  /** The home station's term; null until the dossier has reached it, for only then does it begin. */
  readonly deadline: Deadline | null;
}

export function presentAcceptanceReceipt(view: AcceptanceReceiptView) {
  const { caseNo, acceptedOn, issuedOn, termWorkingDays, deadline, ...same } = view;
  return {
    ...same,
    number: caseNo,
    acceptedOn: chineseDate(acceptedOn),
    issuedOn: chineseDate(issuedOn),
    termWorkingDays: String(termWorkingDays),
    deadline: deadline === null ? null : presentDeadline(deadline),
  };
}

function presentDeadline(deadline: Deadline) {
  const lines = explainDeadline(deadline);
  return {
    dueOn: `${chineseDate(deadline.dueDate)}${deadline.provisional ? '（暂定）' : ''}`,
    days: lines.slice(0, deadline.days.length),
    outcome: lines.slice(deadline.days.length),
  };
}
