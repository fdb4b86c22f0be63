import type { Client } from '@temporalio/client';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import type { RememberedRun } from '../../domain/recovery/judge-case.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { caseWorkflowName, rejectionNoticeWorkflowName } from '../../workflows/contract.ts';

export interface ListedRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly state: RememberedRun['state'];
}

/** Every run of a case that Temporal carries, or carried until after an instant, by its case. */
export async function listRuns(client: Client, since: Instant): Promise<Map<CaseNo, ListedRun[]>> {
  const runs = new Map<CaseNo, ListedRun[]>();
  for await (const { workflowId, runId, status } of client.workflow.list({
    query: `WorkflowType = '${caseWorkflowName}' AND ${runningOrEndedSince(since)}`,
  })) {
    const caseNo = workflowId.slice(workflowId.indexOf('/') + 1);
    if (!isCaseNo(caseNo)) continue;
    const known = runs.get(caseNo) ?? [];
    runs.set(caseNo, [...known, { workflowId, runId, state: stateOf(status.name) }]);
  }
  return runs;
}

/** The ids of the workflows by which Temporal knows of numbers that were given to rejections. */
export async function listRejectionIds(client: Client, since: Instant): Promise<string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType = '${rejectionNoticeWorkflowName}' AND ${runningOrEndedSince(since)}`,
  })) {
    ids.push(workflowId);
  }
  return ids;
}

function runningOrEndedSince(since: Instant): string {
  return `(ExecutionStatus = 'Running' OR CloseTime >= '${since}')`;
}

function stateOf(status: string): RememberedRun['state'] {
  if (status === 'RUNNING') return 'running';
  return status === 'TERMINATED' ? 'terminated' : 'ended';
}
