import { holderTitles } from '../../domain/case/holder.ts';
import type { Holder } from '../../domain/case/holder.ts';
import type { CaseOutcome, CaseStatus } from '../../domain/case/status.ts';
import { certificateLifeTitles, outcomeTitles, statusTitles } from '../../domain/case/status.ts';
import { matters } from '../../domain/matters/catalogue.ts';
import type { CaseView } from '../schemas/case.ts';
import { applicationExample } from '../submission/schema.ts';
import * as facts from './facts.ts';

const { applicant } = applicationExample;

/** A status with who has to act next. */
export function statusOf(status: CaseStatus, holder: Holder) {
  return { status, statusTitle: statusTitles[status], holder, holderTitle: holderTitles[holder] };
}

/** The paper that was handed in with the application. */
export const attachment = {
  ...{ id: facts.idOf(1), mediaType: 'image/png', sizeBytes: 3920, sha256: facts.sha256, pages: 1 },
  ...{ fileName: '身份证件.png', addedBy: facts.windowOfficer.officerId, addedAt: facts.times.accepted },
};

export const accepted = {
  caseNo: facts.caseNo,
  ...statusOf('accepted', 'accepting_station'),
  ...{ outcome: null, outcomeTitle: null, acceptingStation: facts.station, homeStation: facts.homeStation },
  ...{ acceptedAt: facts.times.accepted, dueAt: null, overdue: false, uncollected: false, closedAt: null },
  pausedAt: null,
  ...{ version: 2, personalData: 'full' },
  applicant: { name: applicant.name, idNumber: applicant.idNumber, telephone: applicant.telephone },
  application: applicationExample as unknown as NonNullable<CaseView['application']>,
  matters: [{ code: 'NAME_CHANGE', title: matters.NAME_CHANGE.title }],
  ...{
    receivedAt: null,
    notifiedAt: null,
    deadline: null,
    answer: null,
    certificate: null,
    certificates: [],
  },
  ...{ filing: 'none', filingTitle: '无需备案', completion: null, returned: null, furtherVerifications: [] },
  ...{ reroutes: 0, defect: null, transmissions: [], collectedAt: null, pending: [] },
  allowedActs: [
    ...(['refuse', 'withdraw', 'refer', 'request_completion', 'transmit', 'reroute'] as const),
    ...(['log_call', 'complain'] as const),
  ],
  mayAddPapers: true,
  attachments: [attachment],
} satisfies CaseView;

export const transmission = {
  ...{ n: 1, channel: 'platform', addressee: 'liaison_officer', homeStation: facts.homeStation.code },
  ...{ handedOverAt: facts.times.delivered, deliveredAt: facts.times.delivered, pages: 1 },
  ...{ receipt: null, receiptStanding: 'awaited', receiptStandingTitle: '待签收' },
} satisfies CaseView['transmissions'][number];

export const inTransit = {
  ...accepted,
  ...statusOf('in_transit', 'home_station'),
  ...{ version: 5, dueAt: facts.times.due },
  deadline: {
    ...{ receivedAt: facts.times.delivered, dueAt: facts.times.due, dueDate: facts.dueDate },
    ...{ dueAtEndOf: 'office_hours', provisional: false, onMaterialsCompleted: 'clock_runs' },
    text: facts.dueDate,
    rules: ['截止时间为最后一日的下班时间', '材料缺页、不清而补发或者申请人补正的，期限照常计算'],
  },
  transmissions: [transmission],
} satisfies CaseView;

/** The handing over with its receipt. */
export const receivedTransmission = {
  ...transmission,
  receipt: {
    ...{ receivedAt: facts.times.delivered, pagesReceived: 1 },
    ...{ by: facts.liaisonOfficer, recordedAt: facts.times.received },
  },
  ...{ receiptStanding: 'received', receiptStandingTitle: '已签收' },
} satisfies CaseView['transmissions'][number];

/** As the home station sees it. */
export const verifying = {
  ...inTransit,
  ...statusOf('verifying', 'home_station'),
  ...{ version: 6, receivedAt: facts.times.received, transmissions: [receivedTransmission] },
  allowedActs: ['correct_receipt', 'report_defect', 'return_dossier', 'answer', 'log_call', 'complain'],
  mayAddPapers: false,
} satisfies CaseView;

export const answerWords = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
} as const;

export const answered = {
  ...verifying,
  ...statusOf('answered', 'accepting_station'),
  version: 9,
  answer: {
    ...{ ...answerWords, resultTitle: '查证一致', answeredAt: facts.times.answered },
    ...{ timeliness: 'in_time', workingDaysLate: 0 },
  },
  allowedActs: ['answer', 'log_call', 'complain'],
} satisfies CaseView;

export const certificate = {
  ...{ certificateNo: facts.certificateNo, kind: 'annex_1', sha256: facts.sha256 },
  ...{ issuedAt: facts.times.issued, matters: ['NAME_CHANGE'], life: 'valid' },
  ...{ lifeTitle: certificateLifeTitles.valid, supersededBy: null, printCount: 1 },
} satisfies CaseView['certificates'][number];

/** As the accepting station sees it, like all that follow. */
export const issued = {
  ...answered,
  ...statusOf('issued', 'accepting_station'),
  ...{ version: 12, certificate, certificates: [certificate] },
  allowedActs: [
    ...(['notify', 'collect', 'void_certificate', 'reissue', 'reprint', 'log_call', 'complain'] as const),
  ],
} satisfies CaseView;

export const notified = {
  ...issued,
  ...statusOf('issued', 'applicant'),
  ...{ version: 13, notifiedAt: facts.times.notified },
} satisfies CaseView;

function closedAs(outcome: CaseOutcome, closedAt: string) {
  return {
    ...statusOf('closed', 'applicant'),
    ...{ outcome, outcomeTitle: outcomeTitles[outcome], closedAt, mayAddPapers: false },
  };
}

export const collected = {
  ...notified,
  ...closedAs('collected', facts.times.collected),
  ...{ version: 14, collectedAt: facts.times.collected },
  allowedActs: ['void_certificate', 'reissue', 'reprint', 'complain'],
} satisfies CaseView;

/** The other ends that the accepted case may come to. */
export function endedAs(outcome: 'withdrawn' | 'refused' | 'referred') {
  return {
    ...{ ...accepted, ...closedAs(outcome, '2026-11-25T09:16:00.000+08:00'), version: 3 },
    allowedActs: ['complain'],
  } satisfies CaseView;
}
