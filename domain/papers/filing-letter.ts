import type { CaseNo, CertificateNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate, chineseDateTime } from './wording.ts';

/** 附件2备案函: tells the home station of an Annex 2 that was issued on the spot [§5]. */
export interface FilingLetterView {
  readonly caseNo: CaseNo;
  readonly certificateNo: CertificateNo;
  readonly certificateSha256: string;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly matters: readonly string[];
  readonly registeredAddress: string;
  /** The query that the certificate rests on: its reference, and when it was made. */
  readonly registerReference: string;
  readonly queriedAt: Instant;
  readonly issuedAt: Instant;
  readonly acceptingStation: PaperUnit;
  readonly homeStationName: string;
  /** How many working days the home station has to confirm [policy]. */
  readonly termWorkingDays: number;
}

export function presentFilingLetter({
  caseNo,
  certificateSha256,
  queriedAt,
  issuedAt,
  termWorkingDays,
  ...same
}: FilingLetterView) {
  return {
    ...same,
    number: caseNo,
    sha256: [certificateSha256.slice(0, 32), certificateSha256.slice(32)],
    queriedAt: chineseDateTime(queriedAt),
    issuedOn: chineseDate(localDateOf(issuedAt)),
    termWorkingDays: String(termWorkingDays),
  };
}
