import type { Deadline } from '../calendar/deadline.ts';
import { explainDeadline } from '../calendar/explanation.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { PrintedCode } from '../inquiry/printed-code.ts';
import { showPrintedCode } from '../inquiry/printed-code.ts';
import type { Instant } from '../time/instant.ts';
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
  /** Whether the accepting station may issue an Annex 2 at once, as far as is known at the acceptance [§5]. */
  readonly onTheSpot: 'possible' | 'impossible';
  /** How many working days the home station has [§3]. */
  readonly termWorkingDays: number;
  /** The home station's term; null until the dossier has reached it, for only then does it begin. */
  readonly deadline: Deadline | null;
  /** When it would be due by the calendar alone; earlier where the later date stands (§5). Null like the deadline. */
  readonly calendarDueAt: Instant | null;
  readonly inquiry: ReceiptInquiry;
}

/** How the applicant asks how his case stands, without a word of his own data. */
export interface ReceiptInquiry {
  readonly code: PrintedCode;
  /** Null where nobody said how the service is reached. */
  readonly address: string | null;
}

export function presentAcceptanceReceipt(view: AcceptanceReceiptView) {
  const { caseNo, acceptedOn, issuedOn, termWorkingDays, deadline, calendarDueAt, onTheSpot, ...rest } = view;
  const { inquiry, ...same } = rest;
  return {
    ...same,
    inquiryCode: showPrintedCode(inquiry.code),
    inquiryAddress: inquiry.address,
    number: caseNo,
    acceptedOn: chineseDate(acceptedOn),
    issuedOn: chineseDate(issuedOn),
    isOnTheSpotPossible: onTheSpot === 'possible',
    termWorkingDays: String(termWorkingDays),
    deadline: deadline === null ? null : presentDeadline(deadline, calendarDueAt ?? deadline.dueAt),
  };
}

function presentDeadline(deadline: Deadline, calendarDueAt: Instant) {
  const lines = explainDeadline(deadline, calendarDueAt);
  return {
    dueOn: `${chineseDate(deadline.dueDate)}${deadline.provisional ? '（暂定）' : ''}`,
    days: lines.slice(0, deadline.days.length),
    outcome: lines.slice(deadline.days.length),
  };
}
