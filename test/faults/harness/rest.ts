import { waitFor } from '../../../platform/wait-for.ts';
import type { Stage } from './stage.ts';

/** How long it may take at most until nothing moves any more, on a machine that is slow. */
const restTimeoutMs = 420_000;
// The sweep takes what has waited for a minute.
const aheadMs = 65_000;
const triggerEveryMs = 2_000;

/**
 * Lets a healed house come to rest: what nobody came back for is begun by the sweep, every notice reaches its reader. The
 * schedules are triggered, as an operator may, and the worker's clock stands a minute ahead meanwhile.
 */
export async function comeToRest({ owner, client, programs: { worker } }: Stage): Promise<void> {
  const trigger = (name: 'sweep' | 'dispatch-notices') =>
    client.schedule
      .getHandle(`periodic/${name}`)
      .trigger()
      .catch(() => undefined);
  const count = async (query: string) => {
    const [row] = await owner.client.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${query}`,
    );
    return row?.count ?? 0;
  };
  const until = async (what: string, triggered: Parameters<typeof trigger>[0], query: string) => {
    let triggeredAt = 0;
    await waitFor(
      async () => {
        if (performance.now() - triggeredAt > triggerEveryMs) {
          triggeredAt = performance.now();
          await trigger(triggered);
        }
        return (await count(query)) === 0;
      },
      { timeoutMs: restTimeoutMs, what },
    );
  };

  worker.turnClock(aheadMs);
  await until(
    '补启动',
    'sweep',
    'applications a where not exists (select from cases c where c.case_no = a.case_no)',
  );
  worker.turnClock(0);
  await until('通知编排', 'dispatch-notices', 'notices where planned_at is null');
  await until('通知送出', 'dispatch-notices', `delivery_bundles where status in ('planned', 'sending')`);
}
