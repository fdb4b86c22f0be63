import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { AcceptCommand } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isOutage } from '../../platform/error-trace.ts';
import { caseStart, caseWorkflowName, commandSignal, commandUpdate } from '../../workflows/contract.ts';
import type { Delivery } from '../case-commands.ts';
import { rejectionOf, withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';

/** Starts the workflow of a stored application: now, when a worker comes, or, with Temporal away, by the sweep. */
export async function startCase(deps: ApiDeps, caseNo: CaseNo, command: AcceptCommand): Promise<Delivery> {
  const start = caseStart(caseNo);
  const { workflow } = deps.temporal;
  try {
    await withinTimeout(deps, () =>
      workflow.executeUpdateWithStart(commandUpdate, {
        updateId: command.commandId,
        args: [command],
        startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowName, start),
      }),
    );
    return 'done';
  } catch (error) {
    // An earlier try of the same submission got through; a closed case keeps its number too.
    if (error instanceof WorkflowExecutionAlreadyStartedError || isAlreadyAccepted(error)) return 'done';
    logUnstarted(deps, caseNo, error);
  }
  try {
    await withinTimeout(deps, () =>
      workflow.signalWithStart(caseWorkflowName, { ...start, signal: commandSignal, signalArgs: [command] }),
    );
    return 'later';
  } catch (error) {
    if (!isOutage(error)) throw error;
    logUnstarted(deps, caseNo, error);
    return 'later';
  }
}

function isAlreadyAccepted(error: unknown): boolean {
  return error instanceof WorkflowUpdateFailedError && rejectionOf(error).code === 'case_already_accepted';
}

function logUnstarted({ log }: ApiDeps, caseNo: CaseNo, error: unknown): void {
  const errorName = error instanceof Error ? error.name : typeof error;
  log.warn({ caseNo, errorName }, 'case stored and not started yet');
}
