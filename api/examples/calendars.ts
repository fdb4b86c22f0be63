import * as facts from './facts.ts';

const document = {
  ...{ year: 2027, status: 'official', source: 'https://www.gov.cn/zhengce/content/…' },
  publishedOn: '2026-11-05',
  days: [
    { date: '2027-01-01', name: '元旦', offDay: true },
    { date: '2027-02-06', name: '春节', offDay: true },
    { date: '2027-02-20', name: '春节', offDay: false },
  ],
};

const by = 'officer-8';
const handedInAt = '2026-11-25T14:00:00.000+08:00';
const publishedAt = '2026-11-25T14:20:00.000+08:00';

const { year, status, source, publishedOn } = document;

const head = {
  ...{ id: '0123456789abcdef', year, region: null, status, state: 'waiting', source, publishedOn },
  ...{ createdBy: by, createdAt: handedInAt, publishedAt: null, supersededAt: null },
};

const version = { ...head, document };
const inForce = { ...version, state: 'in_force', publishedAt };

const dryRun = {
  ...{ id: facts.idOf(5), status: 'finished', basedOn: 'dce54fb1dcf9' },
  ...{ requestedAt: handedInAt, finishedAt: '2026-11-25T14:01:00.000+08:00' },
  impact: {
    ...{ cases: 1, deadlines: 1, movedCases: 1 },
    moves: [{ direction: 'later', days: 1, deadlines: 1, held: 0 }],
    first: [
      {
        ...{ caseNo: facts.caseNo, clockKey: 'collection/1', direction: 'later', days: 1 },
        ...{ dueDate: '2027-05-31', calendarDueDate: '2027-06-01', standingDueDate: '2027-06-01' },
      },
    ],
  },
};

const started = { ...dryRun, status: 'running', finishedAt: null, impact: null };

const rollout = {
  ...{ id: 'a41c07d2be35', status: 'running', total: 1, done: 0, moved: 0, earlier: 0, failed: [] },
  ...{ startedAt: publishedAt, finishedAt: null },
};

export const calendarExamples = {
  listCalendars: { answers: { 200: { current: dryRun.basedOn, items: [head] } } },
  getCalendarVersion: { answers: { 200: version } },
  handInCalendar: { body: document, answers: { 200: version, 201: version, 202: started } },
  publishCalendar: { body: { dryRun: dryRun.id }, answers: { 200: inForce, 202: rollout } },
  deleteCalendarVersion: {},
  getCalendarDryRun: { answers: { 200: dryRun } },
  getCalendarRollout: {
    answers: {
      200: {
        ...{ ...rollout, status: 'finished', done: 1, moved: 1 },
        finishedAt: '2026-11-25T14:21:00.000+08:00',
      },
    },
  },
};
