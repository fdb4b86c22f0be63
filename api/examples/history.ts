import { clockRules } from '../../domain/clocks/clock.ts';
import { colourTitles, rungTitles } from '../../domain/escalation/rung.ts';
import { holderTitles } from '../../domain/case/holder.ts';
import { noticeKindTitles } from '../../domain/notices/kind.ts';
import { answerWords } from './case-course.ts';
import { term } from './days.ts';
import * as facts from './facts.ts';
import { gap, liaison, leader, supervisor, toldOfArrival, toldOfUrging } from './people.ts';

const { times } = facts;
const byNobody = { by: null, words: null, told: null, gaps: null };
const byCounter = { ...byNobody, by: facts.windowOfficer };
const byHome = { ...byNobody, by: facts.liaisonOfficer };

/** As the home station reads it on the day of its answer. */
const timeline = [
  { type: 'case_accepted', at: times.accepted, sentence: '受理地派出所受理申请', ...byCounter },
  {
    ...{ type: 'clock_started', at: times.accepted },
    ...{ sentence: '受理后流转期限起算，应于2026-11-26前办结', ...byNobody },
  },
  {
    ...{ type: 'transmission_requested', at: times.delivered, ...byCounter },
    sentence: '受理地派出所发起信息流转（平台流转）',
    words: { act: 'transmit', channel: 'platform', addressee: 'liaison_officer' },
  },
  {
    ...{ type: 'dossier_handed_over', at: times.delivered, ...byNobody, told: toldOfArrival, gaps: [] },
    sentence: '申请材料送达户籍地派出所（平台流转，附1份材料）',
  },
  {
    ...{ type: 'clock_started', at: times.delivered },
    ...{ sentence: `查证反馈期限起算，应于${facts.dueDate}前办结`, ...byNobody },
  },
  {
    ...{ type: 'dossier_received', at: times.received, ...byHome },
    ...{ sentence: '户籍地派出所签收，收到1份材料', words: { act: 'receive', pagesReceived: 1 } },
  },
  {
    ...{ type: 'rung_fired', at: times.urged, ...byNobody, told: toldOfUrging, gaps: [gap] },
    sentence: `${colourTitles.blue}督办：${rungTitles.R2}`,
  },
  {
    ...{ type: 'answer_recorded', at: times.answered, ...byHome },
    ...{ sentence: '户籍地派出所反馈：查证一致', words: { act: 'answer', ...answerWords } },
  },
].map((entry, index) => ({ seq: index + 1, ...entry }));

const { days, notices, explanation, provisional, overdue, startedAt, dueAt, calendarDueAt } = term;

const clocks = {
  ageHours: 98.8,
  clocks: [
    {
      ...{ key: 'verification/1', clock: 'verification', title: clockRules.verification.title },
      ...{ startedAt, termWorkingDays: 5, termDays: null, dueAt, calendarDueAt, provisional },
      ...{ stoppedAt: null, overdue, days, notices, moves: [], explanation },
    },
  ],
  unstartedClocks: [],
  custody: [
    {
      ...{ holder: 'accepting_station', holderTitle: holderTitles.accepting_station },
      ...{ from: times.accepted, to: times.delivered, hours: 0.1 },
    },
    {
      ...{ holder: 'home_station', holderTitle: holderTitles.home_station },
      ...{ from: times.delivered, to: null, hours: 98.7 },
    },
  ],
};

function recipient({ name: personName, ...rest }: typeof liaison) {
  return { ...rest, personName };
}

const agenda = [
  { rung: 'R3', colour: 'yellow', at: '2026-12-02T08:30:00.000+08:00', to: [liaison, leader, supervisor] },
  { rung: 'R4', colour: 'red', at: times.due, to: [supervisor] },
].map(({ rung, to, ...each }) => ({
  ...{ kind: 'rung', title: rungTitles[rung as 'R3' | 'R4'], clockKey: 'verification/1', rung, ...each },
  ...{ to: to.map(recipient), gaps: [] },
}));

const arrival = {
  text: `收到一件“跨省通办”查证申请，请签收，并于${facts.dueDate}前反馈。`,
  createdAt: times.delivered,
};
const toHome = { audience: 'unit', unitCode: facts.homeStation.code, role: 'liaison_officer' };
const toApplicant = { audience: 'applicant', unitCode: null, role: null };

const delivered = {
  ...{ channel: 'inbox', channelTitle: '站内通知', destination: 'inbox' },
  ...{ status: 'delivered', statusTitle: '已送出', slotAt: null, attempts: 0 },
  ...{ handedOverAt: times.delivered, givenUpAt: null, lastFailure: null, suppression: null },
};

const notice = {
  ...{ id: 3, kind: 'case', kindTitle: noticeKindTitles.case, urgency: 'normal', ...arrival },
  deliveries: [delivered],
};

export const historyExamples = {
  getTimeline: { answers: { 200: { items: timeline } } },
  getDeadline: {
    answers: {
      200: { ...term, dayZero: '2026-11-25', dueDate: facts.dueDate, calendarVersion: 'dce54fb1dcf9' },
    },
  },
  getClocks: { answers: { 200: clocks } },
  getAgenda: { answers: { 200: { items: agenda } } },
  listNoticesOfCase: {
    answers: {
      200: {
        items: [
          {
            ...{ ...toApplicant, createdAt: times.accepted },
            text: '您的申请已受理，申请材料将转至户籍地派出所查证。',
          },
          { ...toHome, ...arrival },
        ],
      },
    },
  },
  listDeliveriesOfCase: { answers: { 200: { items: [{ ...notice, ...toHome }] } } },
  listNotices: {
    answers: { 200: facts.lastPage({ ...notice, caseNo: facts.caseNo, role: toHome.role }) },
  },
};
