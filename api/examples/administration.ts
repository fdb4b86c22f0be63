import { auditKinds, auditOutcomeTitles } from '../../domain/audit/kinds.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { policySettingsExample } from '../schemas/policy.ts';
import {
  caseNo,
  homeCounty,
  homeStation,
  idOf,
  lastPage,
  province,
  sha256,
  station,
  times,
} from './facts.ts';

const version = `${province.code}/87926bbd8077`;

const policy = {
  ...{ version, province: province.code, createdAt: '2026-11-02T09:00:00.000+08:00', inForce: true },
  settings: { ...defaultPolicy, version, cases: { ...defaultPolicy.cases, ...policySettingsExample.cases } },
};

const figures = {
  ...{ cases: 1, rerouted: 0, closed: 0, answeredInTime: 1, answeredLate: 0, inTimeShare: 1 },
  ...{ averageWorkingDays: 4, unsigned: 0, referredInconsistent: 0, referredPartlyConsistent: 0 },
  ...{ referredNotVerifiable: 0, referredAtWish: 0, certificates: 1, annex2: 0, annex2Share: 0 },
  ...{ filingsInTime: 0, filingsLate: 0, filingsInTimeShare: null, blueRungs: 1, yellowRungs: 0 },
  ...{ redRungs: 0, repliesDemanded: 0, repliesInTime: 0, repliesInTimeShare: null },
};

const statistics = {
  ...{ unitCode: homeCounty.code, unitName: homeCounty.name, side: 'home' },
  ...{ from: '2026-11-01', to: '2026-12-02', total: figures },
  units: [{ unitCode: homeStation.code, unitName: homeStation.name, ...figures }],
};

const subject = 'officer-1';

const session = {
  ...{ id: idOf(6), subject, roles: ['window_officer'], unitCode: station.code, acr: null },
  ...{ amr: ['pwd', 'otp'], createdAt: '2026-11-25T08:30:00.000+08:00', lastUsedAt: times.accepted },
  expiresAt: '2026-11-25T20:30:00.000+08:00',
};

const lock = {
  ...{ id: idOf(7), subject, unitCode: station.code, reason: '已调离本单位。', lockedBy: 'officer-9' },
  lockedAt: '2026-12-31T17:00:00.000+08:00',
};

const entry = {
  ...{ day: '2026-11-25', seq: 42, at: times.accepted, kind: 'handle', kindTitle: auditKinds.handle.title },
  ...{ operation: 'submitApplication', outcome: 'allowed', outcomeTitle: auditOutcomeTitles.allowed },
  ...{ officerId: subject, roles: session.roles, unitCode: station.code, caseNo, objectId: null },
  ...{ requestId: idOf(8), code: null, hash: sha256 },
};

const endpointBody = { url: 'https://window.example.org/tongban', kinds: ['case', 'certificate_ready'] };
const endpoint = { id: idOf(9), ...endpointBody, createdAt: '2026-11-02T10:00:00.000+08:00' };
// Nobody's: 32 bytes that say so.
const secret = `whsec_${Buffer.from('an example, and a secret of none').toString('base64')}`;

const message = {
  ...{ id: idOf(10), webhookId: `msg_${idOf(10)}`, status: 'delivered', statusTitle: '已送出' },
  ...{ slotAt: times.answered, attempts: 1, attemptedAt: times.answered, handedOverAt: times.answered },
  ...{ givenUpAt: null, lastFailure: null, redeliveries: [] },
};

export const administrationExamples = {
  listPolicies: { answers: { 200: { items: [policy] } } },
  enactPolicy: {
    body: policySettingsExample,
    answers: { 200: { ...policy, createdAt: null, inForce: false }, 201: policy },
  },
  migrateCasePolicy: {
    body: { reason: '新政策延长了查证期限。' },
    answers: { 200: { caseNo, policyVersions: { accepting: version, home: defaultPolicy.version } } },
  },
  getStatistics: { answers: { 200: statistics } },
  getCaller: {
    answers: {
      200: { subject, roles: session.roles, unitCode: station.code, sessionId: session.id },
    },
  },
  listSessions: { answers: { 200: { items: [session] } } },
  endSession: {},
  listAccountLocks: { answers: { 200: lastPage(lock) } },
  lockAccount: {
    body: { subject, unitCode: station.code, reason: lock.reason },
    answers: { 201: lock },
  },
  liftAccountLock: { body: { reason: '已调回本单位。' } },
  listAudit: { answers: { 200: lastPage(entry) } },
  listAuditAnchors: { answers: { 200: { items: [{ day: entry.day, count: 1874, hash: sha256 }] } } },
  listWebhookEndpoints: { answers: { 200: { items: [endpoint] } } },
  addWebhookEndpoint: { body: endpointBody, answers: { 201: { ...endpoint, secret } } },
  removeWebhookEndpoint: {},
  rotateWebhookSecret: {
    body: { previousForHours: 24 },
    answers: { 200: { secret, previousSecretUntil: '2026-11-26T10:00:00.000+08:00' } },
  },
  listWebhookDeliveries: { answers: { 200: lastPage(message) } },
  redeliverWebhook: {},
};
