import { chineseDate, chineseDateTime, chineseDueTime } from '../../domain/papers/wording.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { loadTemplate } from '../../templates/load.ts';
import type { CaseStatusView } from '../inquiries/case-status.ts';

interface StatusPage {
  readonly base: string;
  /** As it was typed, so that a slip can be mended. */
  readonly caseNo: string;
  readonly fault: string | null;
  readonly result: ReturnType<typeof resultOf> | null;
}

const template = loadTemplate<StatusPage>('pages/status');

/** The page on which an applicant asks, and below it what he is told. */
export function statusPage(page: {
  readonly base: string;
  readonly caseNo?: string;
  readonly fault?: string;
  readonly status?: CaseStatusView;
}): string {
  const { base, caseNo = '', fault = null, status } = page;
  return template({ base, caseNo, fault, result: status === undefined ? null : resultOf(status) });
}

function resultOf(status: CaseStatusView) {
  const { heldBy, due, office } = status;
  return {
    caseNo: status.caseNo,
    asOf: chineseDateTime(status.asOf as Instant),
    title: status.outcomeTitle ?? status.statusTitle,
    sentence: status.sentence,
    next: status.next,
    bring: status.bring,
    acceptedOn: chineseDate(parsePlainDate(status.acceptedOn)),
    closedOn: status.closedOn === null ? null : chineseDate(parsePlainDate(status.closedOn)),
    heldBy: heldBy === null ? null : { name: heldBy.name, since: chineseDateTime(heldBy.since as Instant) },
    due:
      due === null
        ? null
        : {
            title: due.title,
            dueAt: due.dueAt === null ? null : chineseDueTime(due.dueAt as Instant),
            provisional: due.provisional,
            overdue: due.overdue,
            explanation: due.explanation,
          },
    office: { name: office.name, address: office.address, telephone: office.telephone },
  };
}
