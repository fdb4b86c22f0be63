import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { sweepWorkflowName, taskQueues } from '../../workflows/contract.ts';

/** Has the sweep look once, as its Schedule does; answers how many cases it started. */
export function sweep(client: Client): Promise<number> {
  return client.workflow.execute(sweepWorkflowName, {
    workflowId: `sweep-${randomUUID()}`,
    taskQueue: taskQueues.cases,
    args: [],
  });
}
