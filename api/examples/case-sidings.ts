import { certificateLifeTitles, filingTitles } from '../../domain/case/status.ts';
import { maskIdNumber, maskName, maskTelephone } from '../../domain/identity/masking.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import { matters } from '../../domain/matters/catalogue.ts';
import { formatCertificateNo } from '../../domain/certificate/numbers.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { CaseView } from '../schemas/case.ts';
import {
  accepted,
  answered,
  certificate,
  collected,
  inTransit,
  issued,
  receivedTransmission,
  statusOf,
  transmission,
  verifying,
} from './case-course.ts';
import * as facts from './facts.ts';

/** Where the case may turn off its course, each from the station on it that it leaves. */

export const toBeCompleted = {
  ...accepted,
  ...statusOf('accepted', 'applicant'),
  ...{ version: 3, completion: { round: 1, open: 'open', items: ['身份证件反面的复印件'] } },
  allowedActs: accepted.allowedActs.map((act) => (act === 'request_completion' ? 'complete_materials' : act)),
} satisfies CaseView;

export const completed = {
  ...accepted,
  ...{ version: 4, completion: { ...toBeCompleted.completion, open: 'done' } },
  allowedActs: accepted.allowedActs.filter((act) => act !== 'request_completion'),
} satisfies CaseView;

const lapsed = { receiptStanding: 'lapsed', receiptStandingTitle: '未单独签收' } as const;

/** As the home station sees what it sent back. */
export const returned = {
  ...accepted,
  version: 7,
  returned: {
    ...{ reason: 'not_our_register', suggestedStation: facts.otherHomeStation.code },
    explanation: '申请人2019年已迁至湘江派出所辖区。',
  },
  ...{ transmissions: [{ ...transmission, ...lapsed }] },
  ...{ allowedActs: ['log_call', 'complain'], mayAddPapers: false },
} satisfies CaseView;

export const rerouted = {
  ...inTransit,
  ...{ version: 11, homeStation: facts.otherHomeStation, reroutes: 1 },
  transmissions: [
    ...returned.transmissions,
    { ...transmission, n: 2, homeStation: facts.otherHomeStation.code },
  ],
} satisfies CaseView;

const laterReceipt = '2026-11-25T09:50:00.000+08:00';

export const receiptCorrected = {
  ...verifying,
  version: 7,
  deadline: { ...verifying.deadline, receivedAt: laterReceipt },
  transmissions: [
    { ...receivedTransmission, receipt: { ...receivedTransmission.receipt, receivedAt: laterReceipt } },
  ],
} satisfies CaseView;

export const defective = {
  ...verifying,
  ...statusOf('verifying', 'accepting_station'),
  ...{ version: 7, defect: 'unreadable', defectDescription: '第1页右下角不清' },
} satisfies CaseView;

export const overdue = { ...verifying, version: 9, overdue: true } satisfies CaseView;

/** The case as it would be if something else were to be certified. */
function about<View extends CaseView>(view: View, code: MatterCode, details: string) {
  const application =
    view.application === undefined ? {} : { ...view.application, matters: [{ code, details }] };
  return {
    ...view,
    application: application as NonNullable<CaseView['application']>,
    matters: [{ code, title: matters[code].title }],
  };
}

const asking = {
  ...{ n: 1, station: facts.furtherStation, askedAt: '2026-11-26T09:00:00.000+08:00' },
  question: '请查证申请人与测试亲属王某的父女关系登记。',
  ...{ outcome: null, outcomeTitle: '待反馈', endedAt: null, result: null, resultTitle: null },
} satisfies CaseView['furtherVerifications'][number];

export const furtherAsked = {
  ...about(verifying, 'KINSHIP', '与王某系父女关系'),
  ...{ version: 8, furtherVerifications: [asking] },
} satisfies CaseView;

const endedAt = '2026-11-27T11:00:00.000+08:00';

export const furtherCancelled = {
  ...furtherAsked,
  version: 9,
  furtherVerifications: [{ ...asking, outcome: 'cancelled', outcomeTitle: '已撤销', endedAt }],
} satisfies CaseView;

export const furtherAnswered = {
  ...furtherAsked,
  version: 9,
  furtherVerifications: [
    {
      ...{ ...asking, outcome: 'answered', outcomeTitle: '已反馈', endedAt },
      ...{ result: 'consistent', resultTitle: '查证一致' },
      ...{ finding: '户口登记簿载明为父女关系。', source: 'paper_register' },
    },
  ],
} satisfies CaseView;

const annex2 = { ...certificate, kind: 'annex_2', matters: ['REGISTRATION'] } as const;

export const annex2Issued = {
  ...about(accepted, 'REGISTRATION', '户籍登记地址'),
  ...statusOf('issued', 'accepting_station'),
  ...{ version: 5, certificate: { ...annex2, matters: [...annex2.matters] }, filing: 'due' },
  ...{ certificates: [{ ...annex2, matters: [...annex2.matters] }], filingTitle: filingTitles.due },
  allowedActs: [...issued.allowedActs, 'send_filing'],
} satisfies CaseView;

export const filingSent = {
  ...annex2Issued,
  ...{ version: 8, filing: 'sent', filingTitle: filingTitles.sent, allowedActs: issued.allowedActs },
} satisfies CaseView;

export const filingAcknowledged = {
  ...filingSent,
  ...{ version: 9, filing: 'acknowledged', filingTitle: filingTitles.acknowledged },
  ...{ allowedActs: ['log_call', 'complain'], mayAddPapers: false },
} satisfies CaseView;

export const voided = {
  ...answered,
  ...{ version: 14, certificate: null },
  certificates: [{ ...certificate, life: 'voided', lifeTitle: certificateLifeTitles.voided }],
  allowedActs: ['withdraw', 'issue', 'log_call', 'complain'],
} satisfies CaseView;

const second = {
  ...certificate,
  certificateNo: formatCertificateNo(facts.station.code, parsePlainDate('2026-12-10'), 1),
  issuedAt: '2026-12-10T09:30:00.000+08:00',
};

export const reissued = {
  ...issued,
  ...{ version: 18, certificate: second },
  certificates: [
    {
      ...{ ...certificate, life: 'superseded', lifeTitle: certificateLifeTitles.superseded },
      supersededBy: second.certificateNo,
    },
    second,
  ],
} satisfies CaseView;

const twice = { ...certificate, printCount: 2 };

export const reprinted = {
  ...{ ...collected, version: 15, certificate: twice, certificates: [twice] },
} satisfies CaseView;

/** As supervisors see it, who do not handle it. */
export function maskedOf({ application, ...view }: CaseView): CaseView {
  const { name, idNumber, telephone = '' } = view.applicant;
  return {
    ...view,
    personalData: application === undefined ? view.personalData : 'masked',
    applicant: {
      ...{ name: maskName(name), idNumber: maskIdNumber(idNumber), telephone: maskTelephone(telephone) },
    },
    ...{ allowedActs: [], mayAddPapers: false },
    attachments: view.attachments.map(({ fileName: _, ...each }) => each),
  };
}
