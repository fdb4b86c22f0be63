import type { Client } from '@temporalio/client';
import { caseWorkflowName } from '../workflows/contract.ts';

const query = `WorkflowType = '${caseWorkflowName}' AND ExecutionStatus = 'Running'`;

/** Ids of the workflows that carry a case at this time, of which there are some 20,000 at most [§8]. Temporal's list lags. */
export async function listCarried(client: Client): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query })) ids.add(workflowId);
  return ids;
}

/** How many they are, in one request. */
export async function countCarried(client: Client): Promise<number> {
  return (await client.workflow.count(query)).count;
}
