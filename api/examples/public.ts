import { certificateLifeTitles, statusTitles } from '../../domain/case/status.ts';
import {
  certificateTitles,
  checkOutcomeTitles,
  checkSentences,
  checkWayTitles,
} from '../../domain/inquiry/certificate-check.ts';
import { situations } from '../../domain/inquiry/situation.ts';
import { maskName } from '../../domain/identity/masking.ts';
import { applicationExample } from '../submission/schema.ts';
import { term } from './days.ts';
import * as facts from './facts.ts';

const { sentence, next, bring, office } = situations.being_verified;

const caseStatus = {
  ...{ caseNo: facts.caseNo, asOf: '2026-11-27T20:15:00.000+08:00' },
  ...{ status: 'verifying', statusTitle: statusTitles.verifying, outcome: null, outcomeTitle: null },
  ...{ acceptedOn: '2026-11-25', closedOn: null, situation: 'being_verified', sentence, next, bring },
  office: {
    station: office,
    ...{ name: facts.station.name, address: facts.station.address, telephone: facts.station.telephone },
  },
  heldBy: { holder: 'home_station', name: facts.homeStation.name, since: facts.times.delivered },
  due: {
    ...{ title: '查证反馈', dueAt: facts.times.due, provisional: false, overdue: false },
    explanation: term.explanation,
  },
};

const checkedAt = '2026-12-04T10:00:00.000+08:00';

const certificateCheck = {
  ...{ outcome: 'valid', outcomeTitle: certificateLifeTitles.valid, sentence: checkSentences.valid },
  ...{ title: certificateTitles.annex_1, issuingUnit: facts.station.name, issuedOn: '2026-12-02' },
  ...{ maskedName: maskName(applicationExample.applicant.name), checkedAt },
};

const recordedCheck = {
  ...{ certificateNo: facts.certificateNo, checkedAt, way: 'number', wayTitle: checkWayTitles.number },
  ...{ outcome: 'valid', outcomeTitle: checkOutcomeTitles.valid },
};

export const publicExamples = {
  getHealth: { answers: { 200: { status: 'ok' } } },
  getReadiness: { answers: { 200: { status: 'ok' } } },
  inquireCaseStatus: {
    body: { caseNo: facts.caseNo, code: facts.printedCode },
    answers: { 200: caseStatus },
  },
  checkCertificate: {
    body: { certificateNo: facts.certificateNo, checkCode: facts.printedCode },
    answers: { 200: certificateCheck },
  },
  listCertificateChecks: { answers: { 200: facts.lastPage(recordedCheck) } },
};
