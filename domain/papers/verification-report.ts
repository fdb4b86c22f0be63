import type { CaseNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDate, chineseDateTime, chineseDueTime, paragraphsOf } from './wording.ts';

/** What was found out about one matter. */
export interface ReportedMatter {
  readonly title: string;
  readonly resultTitle: string;
  /** The item that differs; null where nothing does. */
  readonly finding: string | null;
}

/** What the register of another station said, which the home station asked. */
export interface ReportedFurtherVerification {
  readonly stationName: string;
  readonly resultTitle: string;
  readonly finding: string;
  readonly sourceTitle: string;
  readonly answeredAt: Instant;
}

/** 查证反馈单: the home station's answer, for the two stations and nobody else [§3]. */
export interface VerificationReportView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly acceptingStation: PaperUnit;
  readonly homeStation: PaperUnit;
  readonly resultTitle: string;
  readonly matters: readonly ReportedMatter[];
  /** 证明内容, word for word; null when nothing was confirmed. */
  readonly certificateText: string | null;
  /** What differs or could not be verified, as a whole; null when nothing. */
  readonly finding: string | null;
  /** Where the home station looked. */
  readonly sourceTitle: string;
  /** Those that were answered; kinship may stand in two registers (§2). */
  readonly furtherVerifications: readonly ReportedFurtherVerification[];
  /** Null where no receipt was recorded. */
  readonly receivedAt: Instant | null;
  /** Null where no calendar says. */
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant;
  readonly timeliness: 'in_time' | 'late';
  /** Whether the matter is one that two persons verify (§3): both sign. */
  readonly verifiers: 'one' | 'two';
}

const timelinessTitles = { in_time: '期限内反馈', late: '逾期反馈' } as const;

export function presentVerificationReport(view: VerificationReportView) {
  const { caseNo, matters, certificateText, finding, receivedAt, dueAt, answeredAt, ...rest } = view;
  const { timeliness, verifiers, furtherVerifications, ...same } = rest;
  return {
    ...same,
    number: caseNo,
    matters: matters.map((matter, index) => ({ ...matter, ordinal: String(index + 1) })),
    certificateParagraphs: certificateText === null ? [] : paragraphsOf(certificateText),
    findingParagraphs: finding === null ? [] : paragraphsOf(finding),
    furtherVerifications: furtherVerifications.map(({ answeredAt: at, ...said }) => ({
      ...said,
      answeredAt: chineseDateTime(at),
    })),
    receivedAt: receivedAt === null ? '未登记' : chineseDateTime(receivedAt),
    dueAt: dueAt === null ? '待定' : `${chineseDueTime(dueAt)}前`,
    answeredAt: chineseDateTime(answeredAt),
    answeredOn: chineseDate(localDateOf(answeredAt)),
    timeliness: timelinessTitles[timeliness],
    twoVerifiers: verifiers === 'two',
  };
}
