import type { Database } from '../../db/database.ts';
import { addDraftOnce } from '../../db/repositories/drafts.ts';
import { holdCase } from '../../db/repositories/legal-holds.ts';
import { holdRejection } from '../../db/repositories/rejection-holds.ts';
import { sealRow } from '../../db/sealed-rows.ts';
import * as schema from '../../db/schema/index.ts';
import type { AccountLockId } from '../../domain/account-lock.ts';
import type { SessionId } from '../../domain/session.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import type { CaseNo, RejectionNo } from '../../domain/certificate/numbers.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { clock, officerId } from './facts.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { accepting } from './units.ts';

const at = clock.now();
const today = localDateOf(at);

/** What operations take away or change. */
interface Removable {
  readonly caseNo: CaseNo;
  readonly rejectionNo: RejectionNo;
  readonly draftId: DraftId;
  readonly endpointId: EndpointId;
  readonly calendarId: schema.CalendarVersionId;
  readonly sessionId: SessionId;
  readonly lockId: AccountLockId;
  readonly remedyId: string;
  readonly batchId: string;
}

/** Puts back what the cells of the matrix take away, and takes back what they change. */
export async function restore(
  owner: Database,
  { caseNo, rejectionNo, draftId, endpointId, calendarId, sessionId, lockId, remedyId, batchId }: Removable,
): Promise<void> {
  const held = { reason: '测试保全', heldBy: officerId, heldAt: at };
  await holdCase(owner, { caseNo, ...held });
  await holdRejection(owner, { no: rejectionNo, ...held });
  await addDraftOnce(owner, {
    ...{ id: draftId, unitCode: accepting, officerId, version: 1, createdAt: at, changedAt: at },
    expiresOn: addDays(today, 30),
    application: sampleApplication,
  });
  await owner
    .insert(schema.webhookEndpoints)
    .values(
      sealRow(owner, schema.webhookEndpoints, {
        ...{
          id: endpointId,
          unitCode: accepting,
          url: 'https://example.org/',
          secret: 'whsec_test',
          kinds: [],
        },
        ...{ createdBy: officerId, createdAt: at },
      }),
    )
    .onConflictDoUpdate({ target: schema.webhookEndpoints.id, set: { removedAt: null } });
  await owner
    .insert(schema.sessions)
    .values(
      sealRow(owner, schema.sessions, {
        ...{ id: sessionId, tokenHash: 'matrix', subject: officerId, roles: ['window_officer'], amr: [] },
        ...{ unitCode: accepting, providerSubject: officerId, idToken: 'matrix' },
        ...{ createdAt: at, lastUsedAt: at, expiresAt: addMs(at, 3_600_000) },
      }),
    )
    .onConflictDoNothing();
  await owner
    .insert(schema.accountLocks)
    .values(
      sealRow(owner, schema.accountLocks, {
        ...{ id: lockId, subject: 'locked-officer', unitCode: accepting, reason: '测试停用' },
        ...{ lockedBy: officerId, lockedAt: at },
      }),
    )
    .onConflictDoUpdate({
      target: schema.accountLocks.id,
      set: { liftedBy: null, liftedAt: null, liftReason: null },
    });
  await owner
    .insert(schema.calendarVersions)
    .values({
      ...{
        id: calendarId,
        year: 2031,
        region: null,
        status: 'provisional',
        source: '测试',
        publishedOn: null,
      },
      ...{ document: {}, createdBy: officerId, createdAt: at },
    })
    .onConflictDoNothing();
  await owner
    .insert(schema.remedyApplications)
    .values(
      sealRow(owner, schema.remedyApplications, {
        ...{ id: remedyId, caseNo, choice: { remedy: 'reset', to: 'first_task' }, reason: '测试' },
        ...{ standing: 'awaiting_approval', requestedBy: 'officer-9', requestedUnit: accepting },
        requestedAt: at,
      }),
    )
    .onConflictDoUpdate({
      target: schema.remedyApplications.id,
      set: { standing: 'awaiting_approval', decidedBy: null, decidedAt: null, endedAt: null },
    });
  await restoreBatch(owner, { batchId, caseNo });
  await owner.update(schema.units).set({ version: 1 });
}

/** A batch that somebody has still to agree to. */
async function restoreBatch(
  owner: Database,
  { batchId, caseNo }: Pick<Removable, 'batchId' | 'caseNo'>,
): Promise<void> {
  await owner
    .insert(schema.batches)
    .values(
      sealRow(owner, schema.batches, {
        ...{ id: batchId, action: { kind: 'remedy', choice: { remedy: 'reset', to: 'first_task' } } },
        ...{ filter: {}, reason: '测试', ratePerMinute: 1, standing: 'awaiting_approval' },
        ...{ requestedBy: 'officer-9', requestedUnit: accepting, requestedAt: at },
      }),
    )
    .onConflictDoUpdate({
      target: schema.batches.id,
      set: {
        ...{ standing: 'awaiting_approval', decidedBy: null, decidedAt: null },
        ...{ stoppedBy: null, stoppedAt: null, endedAt: null },
      },
    });
  await owner
    .insert(schema.batchItems)
    .values({ id: batchId, batchId, position: 1, caseNo })
    .onConflictDoUpdate({ target: schema.batchItems.id, set: { standing: 'waiting', endedAt: null } });
}
