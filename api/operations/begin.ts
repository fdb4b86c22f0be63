import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { isOutage } from '../../platform/error-trace.ts';
import {
  batchStart,
  batchWorkflowName,
  remedyStart,
  remedyWorkflowName,
} from '../../workflows/operations/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';

/** Has a stored remedy applied. Where Temporal does not answer, the detector begins it when it does. */
export function beginRemedy(deps: ApiDeps, id: string): Promise<void> {
  return begin(deps, remedyWorkflowName, remedyStart(id));
}

/** Has a stored batch begun, likewise. */
export function beginBatch(deps: ApiDeps, id: string): Promise<void> {
  return begin(deps, batchWorkflowName, batchStart(id));
}

async function begin(
  deps: ApiDeps,
  workflow: string,
  how: ReturnType<typeof remedyStart | typeof batchStart>,
): Promise<void> {
  try {
    await withinTimeout(deps, () => deps.temporal.workflow.start(workflow, how));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError) && !isOutage(error)) throw error;
  }
}
