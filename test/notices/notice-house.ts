import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { asc } from 'drizzle-orm';
import pino from 'pino';
import { inject, onTestFinished } from 'vitest';
import type { NoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { createNoticeActivities } from '../../activities/notices/notice-activities.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import { clockAlong } from '../../commands/simulation/clock-along.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedCalendars } from '../../db/repositories/calendar-publications.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { deliveryBundles, notices } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { BundleId, BundleStatus } from '../../domain/notices/delivery.ts';
import { epochMsOf, parseInstant } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import {
  deliveryStart,
  deliveryWorkflowName,
  dispatchNoticesWorkflowName,
  taskQueues,
} from '../../workflows/contract.ts';
import '../house/quiet-temporal.ts';
import { VirtualClock } from '../../platform/virtual-clock.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { startTimeSkippingEnvironment } from '../services/time-skipping.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

/** The dispatcher and the deliveries with the real workflows, in virtual time. */
export interface NoticeHouse {
  readonly database: Database;
  readonly clock: VirtualClock;
  /** Has the dispatcher look once, as its Schedule does every ten seconds. */
  dispatch(): Promise<void>;
  /** Starts the workflow of a message once more, for it and the dispatcher must bear it. */
  restart(id: BundleId): Promise<void>;
  sleepUntil(instant: string): Promise<void>;
}

export interface NoticeDatabase {
  readonly url: string;
  /** Sees and may do everything. */
  readonly owner: Database;
}

/**
 * A database with the sample units for the calling test file, which closes the owner's connection. The calendars of the
 * product know nothing of the far future: there staff have quiet hours only, unless a test brings calendars of its own.
 */
export async function createNoticeDatabase(calendars?: readonly unknown[]): Promise<NoticeDatabase> {
  const { url } = await createTestDatabase({ migrate: migrateDatabase });
  const owner = connectDatabase({ url, role: 'owner', maxConnections: 2, keyRing: testKeyRing });
  await saveUnits(owner, sampleUnits);
  await seedCalendars(owner, systemClock.now(), calendars);
  return { url, owner };
}

/** Opens the house at an instant of the far future; it closes after the test. */
export async function openNoticeHouse(
  url: string,
  { from, channels }: { from: string; channels: NoticeChannels },
): Promise<NoticeHouse> {
  const env = await startTimeSkippingEnvironment();
  const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 4, keyRing: testKeyRing });
  const clock = new VirtualClock();
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue: taskQueues.notices,
    workflowBundle: { codePath: inject('workflowBundlePath') },
    activities: createNoticeActivities({
      database,
      units: createUnitDirectory(database, clock),
      calendars: createCalendarDirectory(database),
      client: env.client,
      channels,
      clock,
      log: pino({ level: 'silent' }),
    }),
    interceptors: clockAlong(clock, () => env.currentTimeMs()),
  });
  const running = worker.run();
  onTestFinished(async () => {
    worker.shutdown();
    await running;
    await channels.close();
    await database.close();
    await env.teardown();
  });

  const house: NoticeHouse = {
    database,
    clock,
    dispatch: () => dispatchNotices(env.client, database),
    async restart(id) {
      await env.client.workflow.start(deliveryWorkflowName, deliveryStart({ id, slotAt: clock.now() }));
    },
    async sleepUntil(instant) {
      const target = epochMsOf(parseInstant(`${instant}+08:00`));
      await env.sleep(Math.max(1, target - (await env.currentTimeMs())));
      clock.set(await env.currentTimeMs());
    },
  };
  await house.sleepUntil(from);
  return house;
}

/** Has the dispatcher look once, and waits until every notice has its messages and every message its workflow. */
export async function dispatchNotices(client: Client, database: Database): Promise<void> {
  await client.workflow.start(dispatchNoticesWorkflowName, {
    workflowId: `dispatch/${randomUUID()}`,
    taskQueue: taskQueues.notices,
  });
  const isDone = async () => {
    const rows = await database.select().from(notices);
    const bundles = await database.select().from(deliveryBundles);
    return (
      rows.every(({ plannedAt }) => plannedAt !== null) &&
      bundles.every(({ startedAt }) => startedAt !== null)
    );
  };
  await waitFor(isDone, { timeoutMs: 20_000, what: 'the dispatch' });
}

/** Every message with what became of it, oldest slot first. */
export async function bundlesOf(owner: Database) {
  return owner.select().from(deliveryBundles).orderBy(asc(deliveryBundles.slotAt), asc(deliveryBundles.id));
}

/** Waits until so many messages have come so far: a slow worker comes to them later than virtual time. */
export async function waitForMessages(owner: Database, count: number, status: BundleStatus): Promise<void> {
  const isDone = async () =>
    (await bundlesOf(owner)).filter((bundle) => bundle.status === status).length >= count;
  await waitFor(isDone, { timeoutMs: 60_000, what: `${count} messages ${status}` });
}
