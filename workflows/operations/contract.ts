import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { taskQueues } from '../contract.ts';

/** Looks for what does not move. Run by a Temporal Schedule. */
export const incidentDetectorWorkflowName = 'incidentDetectorWorkflow';

/** Applies a remedy and sees whether it helped. */
export const remedyWorkflowName = 'remedyWorkflow';

/** Takes a batch through its cases. */
export const batchWorkflowName = 'batchWorkflow';

/** Replays the history of a case with a build: a dry run. */
export const replayWorkflowName = 'replayWorkflow';

/** How the applying of a remedy is started: once, however often it is asked for. */
export function remedyStart(id: string) {
  return startOnce(`remedy/${id}`, id);
}

/** How a batch is started: once, however often it is asked for. */
export function batchStart(id: string) {
  return startOnce(`batch/${id}`, id);
}

function startOnce(workflowId: string, id: string) {
  return {
    workflowId,
    taskQueue: taskQueues.operations,
    args: [id] as [string],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  } as const;
}

export interface ReplayInput {
  readonly caseNo: CaseNo;
  /** The name of a bundle of workflow code; null: the worker's own. */
  readonly bundle: string | null;
}

/** How a replay is started: who asks for the same at the same time shares it, and who asks later has another. */
export function replayStart(input: ReplayInput) {
  return {
    workflowId: `replay/${input.caseNo}/${input.bundle ?? ''}`,
    taskQueue: taskQueues.operations,
    args: [input] as [ReplayInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    // Whoever asked has gone.
    workflowExecutionTimeout: '15m',
  } as const;
}
