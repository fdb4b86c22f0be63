import { intakeRecordKindTitles } from '../../domain/application/intake-record.ts';
import { officerReason } from '../../domain/application/rejection.ts';
import { maskName } from '../../domain/identity/masking.ts';
import { applicationExample } from '../submission/schema.ts';
import { accepted, attachment } from './case-course.ts';
import * as facts from './facts.ts';
import { acceptedLater } from './later.ts';

const { applicant, matters } = applicationExample;

const draft = {
  ...{ id: facts.idOf(2), officerId: facts.windowOfficer.officerId },
  ...{ createdAt: '2026-11-25T08:50:00.000+08:00', changedAt: '2026-11-25T09:05:00.000+08:00' },
  expiresOn: '2026-12-25',
};

/** As far as it has been typed. */
const draftBody = { applicant: { name: applicant.name }, matters: [{ code: 'NAME_CHANGE' }] };

const kept = { ...draft, application: draftBody };

const reason = '申请人所持身份证件已过有效期。';

/** What others see of it: the officer's own words are for his station. */
const rejection = {
  ...{ no: facts.rejectionNo, acceptingStation: facts.station.code, decision: 'rejected' },
  ...{ decidedAt: '2026-11-25T09:02:00.000+08:00', officerId: facts.windowOfficer.officerId },
  ...{ applicantName: maskName(applicant.name), codes: [officerReason] },
  faults: [{ code: officerReason, message: reason, basis: null }],
  notice: `/v1/rejections/${facts.rejectionNo}/notice`,
};

const intakeRecord = {
  ...{ id: facts.idOf(3), unitCode: facts.station.code },
  ...{ kind: 'declined', kindTitle: intakeRecordKindTitles.declined },
  ...{ recordedAt: '2026-11-25T11:20:00.000+08:00', officerId: facts.windowOfficer.officerId },
  ...{ lane: null, laneTitle: null, reference: null },
};

const key = 'window-7-20261125-0001';

export const counterExamples = {
  submitApplication: {
    body: applicationExample,
    answers: { 201: { ...accepted, advice: [] }, 202: acceptedLater },
  },
  submitApplications: {
    body: { items: [{ key, application: applicationExample }] },
    answers: { 200: { items: [{ key, status: 201, caseNo: facts.caseNo, replayed: false, advice: [] }] } },
  },
  addAttachments: { answers: { 201: { items: [attachment] } } },
  keepDraft: { body: draftBody, answers: { 201: { ...kept, changedAt: draft.createdAt } } },
  listDrafts: { answers: { 200: facts.lastPage({ ...draft, applicantName: maskName(applicant.name) }) } },
  getDraft: { answers: { 200: kept } },
  replaceDraft: {
    body: { ...draftBody, matters },
    answers: { 200: { ...kept, application: { ...draftBody, matters } } },
  },
  deleteDraft: {},
  rejectApplication: {
    body: { decision: 'rejected', application: applicationExample, reasons: [reason] },
    answers: { 201: rejection },
  },
  listRejections: { answers: { 200: facts.lastPage(rejection) } },
  getRejection: { answers: { 200: rejection } },
  getRejectionNotice: { answers: { 202: { detail: acceptedLater.detail } } },
  recordIntake: { body: { kind: 'declined' }, answers: { 201: intakeRecord } },
  listIntakeRecords: { answers: { 200: facts.lastPage(intakeRecord) } },
};
