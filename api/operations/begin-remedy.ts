import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { isOutage } from '../../platform/error-trace.ts';
import { remedyStart, remedyWorkflowName } from '../../workflows/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';

/** Has a stored remedy applied. Where Temporal does not answer, the detector begins it when it does. */
export async function beginRemedy(deps: ApiDeps, id: string): Promise<void> {
  try {
    await withinTimeout(deps, () => deps.temporal.workflow.start(remedyWorkflowName, remedyStart(id)));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError) && !isOutage(error)) throw error;
  }
}
