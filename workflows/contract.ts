import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActCommand } from '../domain/case/command.ts';
import type { Effect } from '../domain/case/effect.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { CasePolicy } from '../domain/policy.ts';
import { defaultPolicy } from '../domain/policy.ts';

/** Queues of work. `documents` holds the browser and may have a machine of its own. */
export const taskQueues = { cases: 'cases', documents: 'documents' } as const;

export type TaskQueue = (typeof taskQueues)[keyof typeof taskQueues];

/** Name under which a case's workflow is started; the API never imports its code. */
export const caseWorkflowName = 'caseWorkflow';

/** One case, one workflow: the business id is the workflow id. */
export function caseWorkflowId(caseNo: CaseNo): string {
  return `case/${caseNo}`;
}

export interface CaseInput {
  readonly caseNo: CaseNo;
  /** A running case keeps the policy that it started with. */
  readonly policy: CasePolicy;
  /** A new case begins with its first command; a continued one takes up its ledger. */
  readonly begin: 'new' | 'from_ledger';
}

/**
 * How a case's workflow is started, by whoever finds it missing: it is there once, however often it is started, and
 * a closed case is not opened again.
 */
export function caseStart(caseNo: CaseNo) {
  const input: CaseInput = { caseNo, policy: defaultPolicy, begin: 'new' };
  return {
    workflowId: caseWorkflowId(caseNo),
    taskQueue: taskQueues.cases,
    args: [input] as [CaseInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  } as const;
}

/** Looks for accepted applications without a workflow and starts theirs. Run by a Temporal Schedule. */
export const sweepWorkflowName = 'sweepWorkflow';

export interface CommandOutcome {
  readonly seq: number;
  readonly status: CaseStatus;
}

/**
 * A person's act. Answers after the ledger has it; fails with an `ApplicationFailure` whose type is the
 * rejection's code and whose first detail is the rejection. The update id is the command id.
 */
export const commandUpdate = defineUpdate<CommandOutcome, [ActCommand]>('command');

/**
 * The same act when no worker answers: a Signal is kept without one, an Update is not. The ledger takes an act that
 * came both ways once.
 */
export const commandSignal = defineSignal<[ActCommand]>('commandLater');

export interface EffectInput {
  readonly caseNo: CaseNo;
  readonly effect: Effect;
}
