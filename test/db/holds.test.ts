import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Executor } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { findHold, holdCase } from '../../db/repositories/legal-holds.ts';
import { findRejectionHold, holdRejection } from '../../db/repositories/rejection-holds.ts';
import { addRejection, clearRejections, findRejection } from '../../db/repositories/rejections.ts';
import { anonymiseCase } from '../../db/repositories/retention.ts';
import { cases } from '../../db/schema/index.ts';
import { withScope } from '../../db/scope.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo, RejectionNo } from '../../domain/certificate/numbers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { accept } from '../domain/case/commands.ts';
import { collected } from '../domain/case/roads.ts';
import { acceptingStation, sampleApplication } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const connect = (role: 'tongban_api' | 'tongban_worker') =>
  connectDatabase({ url, role, maxConnections: 1, keyRing: testKeyRing });
const api = connect('tongban_api');
const worker = connect('tongban_worker');
afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));

const decidedAt = parseInstant('2026-11-02T09:00:00+08:00');
const retentionAt = parseInstant('2037-01-01T02:00:00+08:00');
const held = { reason: '行政复议中', heldBy: 'auditor-1', heldAt: decidedAt };
const inScope = <T>(work: (executor: Executor) => Promise<T>) => withScope(api, acceptingStation, work);
const asWorker = <T>(work: (executor: Executor) => Promise<T>) => worker.transaction(work);

/** Something that is kept for a time, or for longer by a hold. */
interface Holdable {
  readonly hold: (executor: Executor) => Promise<unknown>;
  readonly clear: (executor: Executor) => Promise<unknown>;
  readonly isHeld: () => Promise<boolean>;
  readonly isCleared: () => Promise<boolean>;
}

let stored = 0;

async function closedCase(): Promise<Holdable> {
  stored += 1;
  const caseNo = `4401069900002026110200010${stored}` as CaseNo;
  const { events, state } = collected();
  const submittedAt = state.acceptedAt;
  await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });
  const units = createUnitDirectory(worker, systemClock);
  await createLedgerActivities({ database: worker, units }).record({ caseNo, events, next: state });
  return {
    hold: (executor) => holdCase(executor, { caseNo, ...held }),
    clear: (executor) => anonymiseCase(executor, caseNo, retentionAt),
    isHeld: async () => (await findHold(owner, caseNo)) !== undefined,
    isCleared: async () => {
      const [row] = await owner.select().from(cases).where(eq(cases.caseNo, caseNo));
      return row?.anonymisedAt != null;
    },
  };
}

async function writtenRejection(): Promise<Holdable> {
  stored += 1;
  const no = `4401069900002026110290010${stored}` as RejectionNo;
  await addRejection(owner, {
    ...{ id: `rejection-${stored}` as CommandId, no, acceptingStation, decidedAt, officerId: 'officer-1' },
    ...{ decision: 'rejected', codes: [] },
    personal: { applicantName: '李测试', matters: [], faults: [] },
  });
  return {
    hold: (executor) => holdRejection(executor, { no, ...held }),
    clear: (executor) => clearRejections(executor, retentionAt),
    isHeld: async () => (await findRejectionHold(owner, no)) !== undefined,
    isCleared: async () => (await findRejection(owner, no))?.personal === null,
  };
}

/** Does the first thing in a transaction that ends when the second waits for it; answers what came of the second. */
async function withRival<T>(
  first: (rival: () => Promise<void>) => Promise<void>,
  second: () => Promise<T>,
): Promise<T> {
  let outcome: Promise<T> | undefined;
  await first(async () => {
    outcome = second();
    await waitFor(isSomebodyWaiting, { timeoutMs: 20_000, what: 'the second to wait for the first' });
  });
  if (outcome === undefined) throw new Error('the second has not begun');
  return outcome;
}

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await owner.execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length > 0;
}

describe.each([
  ['a closed case', closedCase],
  ['a rejection', writtenRejection],
])('a hold of %s', (_of, store) => {
  it('that comes while it is being cleared finds nothing to hold', async () => {
    const { hold, clear, isHeld, isCleared } = await store();
    const outcome = await withRival(
      (rival) =>
        asWorker(async (executor) => {
          await clear(executor);
          await rival();
        }),
      () => inScope(hold),
    );
    expect(outcome).toBeUndefined();
    expect([await isHeld(), await isCleared()]).toEqual([false, true]);
    expect(await inScope(hold)).toBeUndefined();
  });

  it('is kept by a retention that came while it was being put', async () => {
    const { hold, clear, isHeld, isCleared } = await store();
    await withRival(
      (rival) =>
        inScope(async (executor) => {
          expect(await hold(executor)).toMatchObject(held);
          await rival();
        }),
      () => asWorker(clear),
    );
    expect([await isHeld(), await isCleared()]).toEqual([true, false]);
  });

  it('that is not put after all delays retention and no more', async () => {
    const { hold, clear, isHeld, isCleared } = await store();
    const undone = new Error('undone');
    await withRival(
      (rival) =>
        inScope(async (executor) => {
          await hold(executor);
          await rival();
          throw undone;
        }).catch((error: unknown) => {
          expect(error).toBe(undone);
        }),
      () => asWorker(clear),
    );
    expect([await isHeld(), await isCleared()]).toEqual([false, true]);
  });
});
