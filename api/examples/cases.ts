import { escalationStandingTitles } from '../../domain/escalation/standing.ts';
import { colourTitles, rungTitles } from '../../domain/escalation/rung.ts';
import { statusTitles } from '../../domain/case/status.ts';
import { maskIdNumber, maskName } from '../../domain/identity/masking.ts';
import { applicationExample } from '../submission/schema.ts';
import { withFields } from '../sparse.ts';
import { answered, verifying } from './case-course.ts';
import { sparseAnswer } from './example.ts';
import * as facts from './facts.ts';
import { acceptedLater } from './later.ts';
import { gap, toldOfUrging } from './people.ts';

const { name, idNumber } = applicationExample.applicant;

const listed = {
  ...withFields(
    verifying,
    new Set([
      ...['caseNo', 'status', 'statusTitle', 'outcome', 'outcomeTitle', 'holder', 'holderTitle'],
      ...[
        'acceptingStation',
        'homeStation',
        'acceptedAt',
        'dueAt',
        'overdue',
        'uncollected',
        'closedAt',
        'pausedAt',
      ],
    ]),
  ),
  applicant: { name: maskName(name), idNumber: maskIdNumber(idNumber) },
  matters: verifying.matters.map(({ title }) => title),
};

const sparse = withFields(verifying, new Set(['caseNo', 'status', 'dueAt']));

const escalation = {
  ...{ caseNo: facts.caseNo, rungKey: 'verification/1/R2', clock: 'verification', rung: 'R2' },
  ...{ title: rungTitles.R2, colour: 'blue', colourTitle: colourTitles.blue },
  ...{ standing: 'informed', standingTitle: escalationStandingTitles.informed, firedAt: facts.times.urged },
  ...{ replyDemanded: false, replyDueAt: null, reply: null, settledAt: null },
  acceptingStation: { code: facts.station.code, name: facts.station.name },
  homeStation: { code: facts.homeStation.code, name: facts.homeStation.name },
  ...{ caseStatus: 'verifying', caseStatusTitle: statusTitles.verifying, dueAt: facts.times.due },
  ...{ told: toldOfUrging, gaps: [gap] },
};

const counts = {
  items: [
    {
      ...{ colour: 'blue', colourTitle: colourTitles.blue },
      ...{ standing: 'informed', standingTitle: escalationStandingTitles.informed, count: 1 },
    },
  ],
};

const hold = {
  ...{ reason: '行政复议期间保全。', heldBy: 'officer-9', heldAt: '2026-12-10T14:00:00.000+08:00' },
};
const holdBody = { reason: hold.reason };

export const caseExamples = {
  listCases: {
    answers: { 200: facts.lastPage(listed), [sparseAnswer]: facts.lastPage(sparse) },
  },
  followCases: {},
  searchCases: { body: { idNumber }, answers: { 200: { items: [listed] } } },
  getCase: { answers: { 200: answered, [sparseAnswer]: sparse, 202: acceptedLater } },
  unmaskCase: {
    body: { reason: '核查投诉，须与申请人本人联系。', fields: ['name', 'telephone'] },
    answers: {
      200: {
        ...{ caseNo: facts.caseNo, unmaskedAt: '2026-12-03T09:00:00.000+08:00' },
        applicant: { name, telephone: applicationExample.applicant.telephone },
      },
    },
  },
  listEscalations: { answers: { 200: facts.lastPage(escalation) } },
  countEscalations: { answers: { 200: counts } },
  getLegalHold: { answers: { 200: { caseNo: facts.caseNo, ...hold } } },
  holdCase: { body: holdBody, answers: { 200: { caseNo: facts.caseNo, ...hold } } },
  releaseCase: {},
  getRejectionHold: { answers: { 200: { no: facts.rejectionNo, ...hold } } },
  holdRejection: { body: holdBody, answers: { 200: { no: facts.rejectionNo, ...hold } } },
  releaseRejection: {},
};
