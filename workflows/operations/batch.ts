import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { createBatchActivities } from '../../activities/operations/batches.ts';

const { takeBatchTurn } = proxyActivities<ReturnType<typeof createBatchActivities>>({
  startToCloseTimeout: '10m',
  // A killed worker's turn is taken up by another after this time.
  heartbeatTimeout: '20s',
  // For as long as Postgres is away.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Takes a batch turn by turn through its cases, until all have been done or it was stopped. */
export async function batchWorkflow(id: string): Promise<void> {
  for (;;) {
    const pauseMs = await takeBatchTurn(id);
    if (pauseMs === null) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof batchWorkflow>(id);
    await sleep(pauseMs);
  }
}
