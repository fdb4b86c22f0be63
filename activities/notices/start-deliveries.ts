import type { Client } from '@temporalio/client';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { Executor } from '../../db/database.ts';
import { listBundlesToStart, markStarted } from '../../db/repositories/delivery-bundles.ts';
import { deliveryStart, deliveryWorkflowName } from '../../workflows/contract.ts';

const startedAtOnce = 20;
const minuteMs = 60_000;
// A message that waits for its slot is never tried. One that waits longer than this between two tries, for an office
// that is closed, is started again: nothing while its workflow runs.
const untriedForMs = 15 * minuteMs;
const triedForMs = 12 * 60 * minuteMs;

/** Starts a workflow for every message that has none, or whose own Temporal has lost; answers how many. */
export async function startDeliveries(
  database: Executor,
  client: Client,
  { at, limit }: { readonly at: Instant; readonly limit: number },
): Promise<number> {
  const stalled = { untriedSince: addMs(at, -untriedForMs), triedSince: addMs(at, -triedForMs) };
  const bundles = await listBundlesToStart(database, { stalled, limit });
  for (let first = 0; first < bundles.length; first += startedAtOnce) {
    const batch = bundles.slice(first, first + startedAtOnce);
    await Promise.all(
      batch.map(({ id, slotAt }) =>
        client.workflow.start(deliveryWorkflowName, deliveryStart({ id, slotAt })),
      ),
    );
    await markStarted(
      database,
      batch.map(({ id }) => id),
      at,
    );
  }
  return bundles.length;
}
