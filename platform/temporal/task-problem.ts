import type { Client } from '@temporalio/client';
import type { FailureCode } from './failure-code.ts';
import { failureCodeOf } from './failure-code.ts';

/** Why a workflow's tasks fail. */
export interface TaskProblem extends FailureCode {
  readonly eventId: number;
  /** Of the worker whose code failed, where it is versioned. */
  readonly build: string | null;
}

// The failed task is the last thing that happened, or was before its repetition was scheduled.
const lastEvents = 10;

/** The last failure of a workflow's task, from the end of its history: one request. Null where there is none. */
export async function findTaskProblem(
  client: Client,
  execution: { readonly workflowId: string; readonly runId: string },
): Promise<TaskProblem | null> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution,
    maximumPageSize: lastEvents,
  });
  for (const { eventId, workflowTaskFailedEventAttributes: failed } of history?.events ?? []) {
    if (!failed) continue;
    return {
      ...failureCodeOf(failed.failure ?? {}),
      eventId: Number(eventId),
      build: failed.workerVersion?.buildId || null,
    };
  }
  return null;
}
