import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isOutage } from '../platform/error-trace.ts';
import type { TaskQueue } from '../workflows/contract.ts';
import { taskQueues } from '../workflows/contract.ts';
import type { Delivery } from './case-commands.ts';
import { withinTimeout } from './case-commands.ts';
import type { ApiDeps } from './deps.ts';
import { isErrorCode, Problem } from './problems.ts';

/** Work that a worker does for a caller, named so that whoever asks for the same shares its one run. */
export interface Question {
  readonly workflowType: string;
  /** Made from what is asked for and nothing else: asking twice is asking once. */
  readonly workflowId: string;
  readonly args: readonly unknown[];
  /** Default `cases`. */
  readonly taskQueue?: TaskQueue;
  /**
   * What asking does after an earlier run has ended. `after_failure` (default): one that succeeded counts for good, as
   * its result is kept in Postgres; one that failed is tried again. `always`: each asking that meets no running one
   * starts a new one.
   */
  readonly repeat?: 'after_failure' | 'always';
}

const reusePolicies = {
  after_failure: 'ALLOW_DUPLICATE_FAILED_ONLY',
  always: 'ALLOW_DUPLICATE',
} as const satisfies Record<NonNullable<Question['repeat']>, string>;

/**
 * Has a worker do something and waits for it as long as a caller is kept waiting: `done`, or `later` when it has been
 * taken down and is not finished. What it found is where the workflow puts it; ask again under the same id.
 * @throws {Problem} with the code of the workflow's classified failure.
 * @throws {Error} of gRPC (503 to the caller) when Temporal does not answer: nothing was taken down.
 */
export async function askWorker(
  deps: Pick<ApiDeps, 'temporal' | 'commandTimeoutMs'>,
  question: Question,
): Promise<Delivery> {
  // Where Temporal does not answer, the error handler says so: nothing was taken down.
  const handle = await withinTimeout(deps, () => start(deps, question));
  try {
    await withinTimeout(deps, () => handle.result());
    return 'done';
  } catch (error) {
    if (error instanceof WorkflowFailedError) throw problemOfFailure(error);
    if (isOutage(error)) return 'later';
    throw error;
  }
}

async function start({ temporal }: Pick<ApiDeps, 'temporal'>, question: Question) {
  const { workflowType, workflowId, args, taskQueue = taskQueues.cases, repeat = 'after_failure' } = question;
  try {
    return await temporal.workflow.start(workflowType, {
      workflowId,
      taskQueue,
      args: [...args],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: reusePolicies[repeat],
    });
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return temporal.workflow.getHandle(workflowId);
    throw error;
  }
}

/** Activities classify what they throw and keep personal data out of it: their sentence may be shown. */
function problemOfFailure(error: WorkflowFailedError): Problem {
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ApplicationFailure && cause.type && isErrorCode(cause.type)) {
      return new Problem(cause.type, cause.message === '' ? {} : { detail: cause.message });
    }
  }
  // Timed out, terminated or cancelled: it may be asked for again.
  return new Problem('service_unavailable');
}
