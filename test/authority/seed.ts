import { randomUUID } from 'node:crypto';
import { samplePersons } from '../../commands/sample-directory.ts';
import type { Database } from '../../db/database.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { allotRejectionNo } from '../../db/repositories/numbers.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { sealRow } from '../../db/sealed-rows.ts';
import * as schema from '../../db/schema/index.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { DestinationKey, EndpointId } from '../../domain/notices/destination.ts';
import { destinationKeyOf } from '../../domain/notices/destination.ts';
import type { AccountLockId } from '../../domain/account-lock.ts';
import type { SessionId } from '../../domain/session.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import { staff } from '../../domain/authority/groups.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { localDateOf, parsePlainDate } from '../../domain/time/plain-date.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { clock, noticeText, officerId, pdf, province, sha256 } from './facts.ts';
import { restore } from './restore.ts';
import { seedCases } from './seed-cases.ts';
import type { OwnerLevel } from './units.ts';
import { accepting, home, unitsWhere } from './units.ts';

const at = clock.now();
const today = localDateOf(at);

/** What the matrix asks for, by name: all of it belongs to the accepting station, or to a case of it. */
export type Seeded = Awaited<ReturnType<typeof seed>>;

/** Fills a database with something of everything that belongs to a unit or to a case. */
export async function seed(owner: Database, worker: Database, ownerLevel: OwnerLevel = 'station') {
  await saveUnits(owner, unitsWhere(ownerLevel));
  const cases = await seedCases(owner, worker);
  const seeded = {
    ...cases,
    ...(await seedCounter(owner, cases.caseNo)),
    ...(await seedDirectory(owner)),
    ...(await seedSettings(owner)),
    ...(await seedNotices(owner, cases.caseNo)),
    ...(await seedIncidents(owner, cases.caseNo)),
    draftId: randomUUID() as DraftId,
    calendarId: '0123456789abcdef' as schema.CalendarVersionId,
    sessionId: randomUUID() as SessionId,
    lockId: randomUUID() as AccountLockId,
    remedyId: randomUUID(),
    batchId: randomUUID(),
  };
  await restore(owner, seeded);
  return seeded;
}

async function seedCounter(owner: Database, caseNo: CaseNo) {
  const rejectionNo = await allotRejectionNo(owner, accepting, at);
  await owner.insert(schema.rejections).values(
    sealRow(owner, schema.rejections, {
      ...{ id: 'rejected' as CommandId, no: rejectionNo, acceptingStation: accepting, decision: 'rejected' },
      ...{ decidedAt: at, officerId, codes: ['officer_reason'], sha256, pdf },
      personal: { applicantName: sampleApplication.applicant.name, matters: [], faults: [] },
    }),
  );
  const intakeId = randomUUID() as CommandId;
  await owner
    .insert(schema.intakeRecords)
    .values({ id: intakeId, unitCode: accepting, kind: 'declined', recordedAt: at, officerId });
  await owner.insert(schema.auditEntries).values({
    ...{ day: today, seq: 1_000_000, at, kind: 'read', operation: 'getCase', outcome: 'allowed', officerId },
    ...{ roles: ['window_officer'], unitCode: accepting, requestId: 'matrix', hash: 'matrix' },
  });
  const key = owner.keys.searchHash('matrix', 'matrix');
  const commandId = 'matrix' as CommandId;
  await owner.insert(schema.idempotencyKeys).values({
    ...{ principal: `${officerId} ${accepting}`, key, fingerprint: key, commandId, caseNo, createdAt: at },
  });
  return { rejectionNo, intakeId };
}

/** Something of the case that does not move, and something of none. */
async function seedIncidents(owner: Database, caseNo: CaseNo) {
  const seen = { since: at, firstSeenAt: at, lastSeenAt: at, attempts: 1, message: '测试' };
  const [incident] = await owner
    .insert(schema.incidents)
    .values([
      { ...seen, class: 'timer_overdue', subjectKey: `case/${caseNo}`, caseNo },
      { ...seen, class: 'queue_without_pollers', subjectKey: 'queue/cases/workflow', queue: 'cases' },
    ])
    .returning({ id: schema.incidents.id });
  return { incidentId: incident?.id };
}

async function seedNotices(owner: Database, caseNo: CaseNo) {
  await owner.insert(schema.notices).values({
    ...{ caseNo, seq: 999, position: 0, unitCode: home, role: 'liaison_officer' as const },
    ...{ text: '测试通知，告知户籍地派出所。', createdAt: at },
  });
  const told = staff.map((role) => ({ role, unitCode: accepting, text: noticeText, createdAt: at }));
  const [notice] = await owner
    .insert(schema.notices)
    .values(told.map((each) => ({ ...each, dedupeKey: `matrix/${each.role}` })))
    .returning({ id: schema.notices.id });
  if (notice === undefined) throw new Error('a notice was written');
  const to = { channel: 'email', destination: 'email/nobody@example.org' as DestinationKey } as const;
  const bundleId = randomUUID() as BundleId;
  await owner.insert(schema.deliveryBundles).values({ id: bundleId, ...to, status: 'planned', slotAt: at });
  await owner
    .insert(schema.deliveries)
    .values({ noticeId: notice.id, ...to, subjectKey: 'matrix', bundleId });
  return seedMessage(owner);
}

/** A message that an endpoint has taken, and that was asked for once more. */
async function seedMessage(owner: Database) {
  const endpointId = randomUUID() as EndpointId;
  const messageId = randomUUID() as BundleId;
  await owner.insert(schema.deliveryBundles).values({
    ...{ id: messageId, channel: 'webhook', destination: destinationKeyOf({ kind: 'endpoint', endpointId }) },
    ...{ status: 'delivered', slotAt: at, handedOverAt: at },
  });
  await owner.insert(schema.redeliveries).values({
    ...{ bundleId: messageId, requestedBy: officerId, requestedAt: at, earlierStatus: 'delivered' },
    ...{ earlierAt: at, takenAt: at },
  });
  return { endpointId, messageId };
}

async function seedDirectory(owner: Database) {
  const change = { changedBy: 'test', changedAt: at };
  // Nobody is the liaison officer of the station: a gap that somebody has to mend.
  const persons = samplePersons(today).filter(
    ({ unitCode, post }) => unitCode !== accepting || post !== 'liaison_officer',
  );
  await savePersons(owner, persons, { by: 'test', at });
  const leader = persons.find(({ unitCode, post }) => unitCode === accepting && post === 'station_leader');
  if (leader === undefined) throw new Error('the station has a leader');
  await owner.insert(schema.directoryAbsences).values({
    ...{ personId: leader.id, fromDate: parsePlainDate('2027-02-01'), toDate: parsePlainDate('2027-02-03') },
  });
  await owner
    .insert(schema.stationContacts)
    .values({ unitCode: accepting, faxNumbers: [], lastConfirmedOn: today, version: 1, ...change });
  return { personId: leader.id };
}

async function seedSettings(owner: Database) {
  const version = `${province}/0123456789ab` as PolicyVersion;
  const document = { ...defaultPolicy, version };
  await owner
    .insert(schema.policies)
    .values({ version, province, document, createdBy: 'test', createdAt: at });
  const dryRunId = randomUUID();
  await owner.insert(schema.calendarDryRuns).values({
    ...{ id: dryRunId, document: {}, requestedBy: 'test', requestedAt: at, basedOn: 'x', finishedAt: at },
    impact: { cases: 1, deadlines: 1, movedCases: 1, moves: [], moved: [] },
  });
  const [publication] = await owner.select().from(schema.calendarPublications).limit(1);
  if (publication === undefined) throw new Error('the sample calendars are published');
  const rolloutId = publication.version;
  await owner
    .insert(schema.calendarRollouts)
    .values({ version: rolloutId, status: 'finished', startedAt: at })
    .onConflictDoNothing();
  return { policyVersion: version, dryRunId, rolloutId };
}
