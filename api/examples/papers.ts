import { channelTitles } from '../../domain/case/status.ts';
import { registerStatusTitles, sexTitles } from '../../domain/register/entry.ts';
import { registerOutcomeSentences, registerPurposeTitles } from '../../domain/register/query.ts';
import { applicationExample } from '../submission/schema.ts';
import { attachment, receivedTransmission } from './case-course.ts';
import * as facts from './facts.ts';
import { acceptedLater } from './later.ts';

const { mediaType, sizeBytes, sha256 } = attachment;

const transmission = {
  ...receivedTransmission,
  ...{ channelTitle: channelTitles.platform, faxNumber: null, dossierSha256: null, faxAttempts: [] },
  papers: [{ mediaType, sizeBytes, sha256, pages: null }],
  dossier: `/v1/cases/${facts.caseNo}/dossier?transmission=1`,
};

function paperOf(seq: number, occurredAt: string, id: string, title: string, readers: readonly string[]) {
  const href = `/v1/cases/${facts.caseNo}/papers/${id}?seq=${String(seq)}`;
  return { paper: id, title, seq, occurredAt, readers, latest: true, href };
}

const papers = [
  paperOf(1, facts.times.accepted, 'application_form', '户籍类证明“跨省通办”申请表', [
    ...['accepting_station', 'home_station'],
  ]),
  paperOf(4, facts.times.delivered, 'cover_sheet', '户籍类证明“跨省通办”流转单', ['home_station']),
  paperOf(5, facts.times.delivered, 'acceptance_receipt', '受理回执', ['applicant']),
  paperOf(8, facts.times.answered, 'verification_report', '查证反馈单', ['accepting_station']),
];

const { name, idNumber } = applicationExample.applicant;
const queried = { purpose: 'verification', reason: '查证申请人曾用名登记。' } as const;

const pending = {
  ...{ reference: facts.registerReference, caseNo: facts.caseNo, ...queried },
  ...{ purposeTitle: registerPurposeTitles.verification, askedBy: facts.liaisonOfficer },
  ...{ askedAt: '2026-11-25T10:10:00.000+08:00', outcome: 'pending' },
  ...{ detail: registerOutcomeSentences.pending, answeredAt: null, durationMs: null, personalData: 'full' },
};

const found = {
  ...{ ...pending, outcome: 'found', detail: registerOutcomeSentences.found },
  ...{ answeredAt: '2026-11-25T10:10:01.000+08:00', durationMs: 640, differences: [] },
  entry: {
    ...{ name, formerNames: ['李例'], idNumber, formerIdNumbers: [], sex: 'M', sexTitle: sexTitles.M },
    ...{ birthDate: '1990-03-07', ethnicity: '汉族', birthplace: '贵州省遵义市' },
    registeredAddress: '贵州省遵义市红花岗区桃溪路测试小区1栋101室',
    registeringStation: { code: facts.homeStation.code, name: facts.homeStation.name },
    ...{ status: 'registered', statusTitle: registerStatusTitles.registered },
  },
};

export const paperExamples = {
  listTransmissions: { answers: { 200: { items: [transmission] } } },
  listPapers: { answers: { 200: { items: papers } } },
  getPaper: { answers: { 202: acceptedLater } },
  exportCase: { answers: { 202: acceptedLater } },
  getDossier: { answers: { 202: acceptedLater } },
  getCertificate: {},
  getCertificateByNo: {},
  getAttachment: {},
  queryRegister: { body: queried, answers: { 201: found, 202: pending } },
  listRegisterQueries: { answers: { 200: { items: [found] } } },
  getRegisterQuery: { answers: { 200: found, 202: pending } },
};
