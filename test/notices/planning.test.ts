import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  claimBundle,
  listBundlesToStart,
  listNoticesOfBundle,
} from '../../db/repositories/delivery-bundles.ts';
import { addNotices } from '../../db/repositories/notices.ts';
import { deliveries, deliveryBundles, notices } from '../../db/schema/index.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import { openPlanner, planningAt } from './planner.ts';
import { tell } from './outbox.ts';

const { owner, worker, plan, planIn, planAll } = await openPlanner();
const at = planningAt;

describe('the outbox', () => {
  it('takes a notice in once under its key', async () => {
    const before = await owner.$count(notices);
    for (const text of ['一', '二']) await tell(worker, at, { dedupeKey: 'digest/2026-11-25', text });
    expect(await owner.$count(notices)).toBe(before + 1);
    await addNotices(worker, []);
  });

  it('is planned once, however many planners look at it', async () => {
    for (let n = 0; n < 40; n += 1) await tell(worker, at, { text: `第${n}条` });
    await Promise.all(Array.from({ length: 6 }, () => plan({ limit: 10 })));
    await planAll({ limit: 10 });
    const rows = await owner.execute<{ n: number }>(
      sql`select count(*)::int as n from deliveries group by notice_id, channel, destination`,
    );
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    expect(await owner.$count(deliveries)).toBe(2 * (await owner.$count(notices)));
    expect(await plan()).toBe(0);
  });

  it('loses nothing of what is added to a message while that is being sent', async () => {
    // Slots lie in the future until the moment at which everything is claimed.
    const later = parseInstant('2026-11-25T22:00:00+08:00');
    const taken = new Map<string, number>();
    for (let round = 0; round < 15; round += 1) {
      for (let n = 0; n < 5; n += 1) await tell(worker, later, { text: `第${round}轮第${n}条` });
      const waiting = await owner
        .select()
        .from(deliveryBundles)
        .where(sql`status = 'planned' and slot_at > ${later}`);
      const claims = waiting.map(async ({ id }) => {
        await claimBundle(worker, id, later);
        taken.set(id, (await listNoticesOfBundle(worker, id)).length);
      });
      await Promise.all([plan({ at: later }), ...claims]);
      await planAll({ at: later });
    }
    expect(taken.size).toBeGreaterThan(10);
    for (const [id, count] of taken) {
      expect(await owner.$count(deliveries, sql`bundle_id = ${id}`)).toBe(count);
    }
  });

  it('keeps the time of what it cannot plan yet: a planner that fails changes nothing', async () => {
    await tell(worker, at);
    const failing = worker.transaction(async (transaction) => {
      await planIn(transaction);
      throw new Error('Postgres went away');
    });
    await expect(failing).rejects.toThrow();
    expect(await owner.$count(notices, sql`planned_at is null`)).toBe(1);
    expect(await plan()).toBe(1);
  });
});

describe('a message', () => {
  it('is started once, and again only when nobody has worked at it for too long', async () => {
    const toStart = (now: string) =>
      listBundlesToStart(owner, {
        stalled: { untriedSince: parseInstant(now), triedSince: addMs(parseInstant(now), -12 * 3_600_000) },
        limit: 1000,
      });
    await owner.update(deliveryBundles).set({ status: 'planned', slotAt: at, startedAt: at, attempts: 0 });
    expect(await toStart('2026-11-25T09:59:00+08:00')).toHaveLength(0);
    expect((await toStart('2026-11-25T10:16:00+08:00')).length).toBe(await owner.$count(deliveryBundles));
    await owner.update(deliveryBundles).set({ status: 'sending', attempts: 1, attemptedAt: at });
    expect(await toStart('2026-11-25T21:59:00+08:00')).toHaveLength(0);
    expect((await toStart('2026-11-25T22:01:00+08:00')).length).toBe(await owner.$count(deliveryBundles));
    await owner.update(deliveryBundles).set({ status: 'delivered', handedOverAt: at });
    expect(await toStart('2026-12-25T10:00:00+08:00')).toHaveLength(0);
  });
});
