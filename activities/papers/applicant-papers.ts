import { countsWorkingDays } from '../../domain/clocks/clock.ts';
import { findClock } from '../../domain/case/state.ts';
import type { ActContentOf } from '../../domain/case/act-content.ts';
import type { CaseEventOf } from '../../domain/case/event.ts';
import { isAnnex2Possible } from '../../domain/matters/catalogue.ts';
import type { ReceiptInquiry } from '../../domain/papers/acceptance-receipt.ts';
import { defaultRemedies } from '../../domain/papers/negative-notices.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import { defaultThingsToBring } from '../../domain/papers/referral-notice.ts';
import type { ReferralReason } from '../../domain/papers/referral-notice.ts';
import type { CaseRecord } from './case-record.ts';
import {
  acceptingStationOf,
  appliedOnOf,
  dateOf,
  homeOfficeOf,
  homeStationOf,
  matterLinesIn,
  occasionOf,
  unitNameOf,
  wordsOf,
  wordsOfOccasion,
} from './case-record.ts';

export function applicationFormOf(record: CaseRecord): PaperViews['application_form'] {
  return {
    caseNo: record.caseNo,
    application: record.application,
    acceptingStationName: acceptingStationOf(record).name,
    homeStationName: homeStationOf(record).name,
    acceptedOn: appliedOnOf(record),
  };
}

export function acceptanceReceiptOf(
  record: CaseRecord,
  inquiry: ReceiptInquiry,
): PaperViews['acceptance_receipt'] {
  const event = occasionOf(record, 'case_accepted', 'clock_started', 'clock_moved');
  const deadline =
    event.type !== 'case_accepted' && countsWorkingDays(event.deadline) ? event.deadline : null;
  const calendarDueAt = event.type === 'clock_moved' ? event.calendarDueAt : (deadline?.dueAt ?? null);
  return {
    ...addressed(record),
    idNumber: record.application.applicant.idNumber,
    matters: matterLinesIn(record),
    homeStation: homeStationOf(record),
    acceptedOn: appliedOnOf(record),
    // Once its term runs the home station has the dossier.
    onTheSpot: deadline === null && isAnnex2Possible(record.state.matters) ? 'possible' : 'impossible',
    termWorkingDays: deadline?.termWorkingDays ?? record.policies.home.terms.verification.count,
    deadline,
    calendarDueAt,
    inquiry,
  };
}

export function completionNoticeOf(record: CaseRecord): PaperViews['completion_notice'] {
  const { items, reason } = wordsOfOccasion(record, 'request_completion');
  return { ...addressed(record), appliedOn: appliedOnOf(record), items, reason: reason ?? null };
}

export function refusalNoticeOf(record: CaseRecord): PaperViews['refusal_notice'] {
  const { reason } = wordsOfOccasion(record, 'refuse');
  const countyName = unitNameOf(record, 'accepting_county');
  return {
    ...addressed(record),
    appliedOn: appliedOnOf(record),
    matters: matterLinesIn(record),
    reasons: [{ text: reason, basis: null }],
    remedies: defaultRemedies(countyName),
    countyName,
  };
}

export function collectionNoticeOf(record: CaseRecord): PaperViews['collection_notice'] {
  const { certificateNo, matters } = occasionOf(record, 'certificate_issued');
  return {
    ...addressed(record),
    appliedOn: appliedOnOf(record),
    matters: matterLinesIn(record, (code) => (matters as readonly string[]).includes(code)),
    certificateNo,
    collectBefore: findClock(record.state, 'collection')?.deadline.dueDate ?? null,
  };
}

/**
 * [§3]. What was confirmed is not referred, unless no certificate is issued for it either (S06); of what differs only
 * the item is named (S05).
 */
export function referralNoticeOf(record: CaseRecord): PaperViews['referral_notice'] {
  const event = occasionOf(record, 'answer_recorded', 'applicant_referred');
  const { answer } = record.state;
  const confirmed: readonly string[] =
    event.type === 'applicant_referred' ? [] : (answer?.confirmedMatters ?? []);
  const words: Partial<ActContentOf<'answer'>> =
    answer === null ? {} : wordsOf(record, answer.answerId, 'answer');
  const reason = referralReasonOf(record, event, words);
  return {
    ...addressed(record),
    appliedOn: appliedOnOf(record),
    matters: matterLinesIn(record, (code) => !confirmed.includes(code)),
    reason,
    differingItems: reason === 'at_own_request' ? [] : (words.differingItems ?? []),
    homeStation: homeOfficeOf(record),
    bring: defaultThingsToBring,
    bookletAdvice: record.policies.home.papers.bookletAdvice,
    remedies: defaultRemedies(unitNameOf(record, 'accepting_county')),
  };
}

function referralReasonOf(
  { state }: CaseRecord,
  event: CaseEventOf<'answer_recorded' | 'applicant_referred'>,
  { matters = [] }: Partial<ActContentOf<'answer'>>,
): ReferralReason {
  if (event.type === 'applicant_referred' && event.cause === 'wish') return 'at_own_request';
  if (state.answer?.result === 'identity_not_verifiable') return 'identity_not_verifiable';
  if (state.answer?.result !== 'partly_consistent') return 'inconsistent';
  const results = new Set(matters.map(({ result }) => result));
  if (!results.has('no_record')) return 'partly_inconsistent';
  return results.has('inconsistent') ? 'partly_inconsistent_and_no_record' : 'partly_no_record';
}

function addressed(record: CaseRecord) {
  return {
    caseNo: record.caseNo,
    applicantName: record.application.applicant.name,
    acceptingStation: acceptingStationOf(record),
    issuedOn: dateOf(record),
  };
}
