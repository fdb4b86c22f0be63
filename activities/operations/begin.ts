import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  batchStart,
  batchWorkflowName,
  remedyStart,
  remedyWorkflowName,
} from '../../workflows/operations/contract.ts';

/** Has a stored remedy applied; once, whoever else has it begun. */
export function beginRemedy(client: Client, id: string): Promise<void> {
  return begin(client, remedyWorkflowName, remedyStart(id));
}

/** Has a stored batch begun, likewise. */
export function beginBatch(client: Client, id: string): Promise<void> {
  return begin(client, batchWorkflowName, batchStart(id));
}

async function begin(
  client: Client,
  workflow: string,
  how: ReturnType<typeof remedyStart | typeof batchStart>,
): Promise<void> {
  try {
    await client.workflow.start(workflow, how);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
