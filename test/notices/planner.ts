import { sql } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import type { AttemptOutcome } from '../../activities/notices/deliver-bundle.ts';
import { attemptDelivery } from '../../activities/notices/deliver-bundle.ts';
import type { PlanningInput } from '../../activities/notices/plan-deliveries.ts';
import { planNextNotices } from '../../activities/notices/plan-deliveries.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import type { Database, Executor } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { notices } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { createNoticeDatabase } from './notice-house.ts';
import { addPerson } from './outbox.ts';
import { systemClock } from '../../platform/clock.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

/** A plain working morning, at which the planner of `openPlanner` plans unless told otherwise. */
export const planningAt = parseInstant('2026-11-25T10:00:00+08:00');

/** The planner of deliveries as the worker's role, for a station with a liaison officer and a deputy. */
export interface Planner {
  readonly url: string;
  readonly owner: Database;
  readonly worker: Database;
  /** Plans one batch and answers how many notices that was. */
  readonly plan: (change?: Partial<PlanningInput>) => Promise<number>;
  readonly planIn: (transaction: Executor) => Promise<number>;
  readonly planAll: (change?: Partial<PlanningInput>) => Promise<void>;
  /** One attempt to hand a message over at an instant. */
  readonly attempt: (id: BundleId, at: Instant) => Promise<AttemptOutcome>;
}

/** Opens a planner whose channels lead nowhere, closed when the test file ends. */
export async function openPlanner(): Promise<Planner> {
  const { url, owner } = await createNoticeDatabase();
  const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 6, keyRing: testKeyRing });
  const tree = await createUnitDirectory(worker, systemClock).tree();
  const calendars = createCalendarDirectory(worker);
  const published = await calendars.published();
  const channels = openNoticeChannels(
    {
      smtpUrl: 'smtp://127.0.0.1:1',
      mailFrom: 'notice@tongban.invalid',
      smsGateway: '{"url":"http://127.0.0.1:1","body":{},"templates":{"certificate_ready":"T"}}',
    },
    'development',
  );
  afterAll(async () => {
    await channels.close();
    await Promise.all([owner.close(), worker.close()]);
  });
  await addPerson(owner, planningAt, 'liaison_officer');
  await addPerson(owner, planningAt, 'deputy_liaison_officer');

  const input = { tree, published, channels, at: planningAt, limit: 500 };
  const plan = (change: Partial<PlanningInput> = {}) =>
    worker.transaction((transaction) => planNextNotices(transaction, { ...input, ...change }));
  return {
    url,
    owner,
    worker,
    plan,
    planIn: (transaction) => planNextNotices(transaction, input),
    planAll: async (change) => {
      while ((await owner.$count(notices, sql`planned_at is null`)) > 0) await plan(change);
    },
    attempt: (id, at) => attemptDelivery(worker, { id, tree, calendars, channels, now: () => at }),
  };
}
