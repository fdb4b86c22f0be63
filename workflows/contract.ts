import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActCommand, AdministrativeCommand } from '../domain/case/command.ts';
import type { EffectKey, EffectOf, EffectType } from '../domain/case/effect.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { isCaseNo } from '../domain/certificate/numbers.ts';
import type { BundleId } from '../domain/notices/delivery.ts';
import type { MadePaperId } from '../domain/papers/occasions.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { RegisterReference } from '../domain/register/reference.ts';

/**
 * Queues of work. `documents` holds the browser and may have a machine of its own; `notices` waits for other people's
 * mail servers and gateways, which holds up no case, and may stand where they can be reached; `operations` looks after
 * the others, and so is itself held up by none of them.
 */
export const taskQueues = {
  cases: 'cases',
  documents: 'documents',
  notices: 'notices',
  operations: 'operations',
} as const;

/** Those with workflow code, which Worker Versioning is about. */
export const workflowQueues = [taskQueues.cases, taskQueues.notices] as const;

export type TaskQueue = (typeof taskQueues)[keyof typeof taskQueues];

/** Name under which a case's workflow is started; the API never imports its code. */
export const caseWorkflowName = 'caseWorkflow';

/** One case, one workflow: the business id is the workflow id. */
export function caseWorkflowId(caseNo: CaseNo): string {
  return `case/${caseNo}`;
}

/** What is asked of the facts of a case; a policy that is null is the one in force. */
export interface FactsQuestion {
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly acceptingPolicy: PolicyVersion | null;
  readonly homePolicy: PolicyVersion | null;
  /** The home station that the home policy was kept for: in another province it is the one in force there. */
  readonly keptFor?: UnitCode;
}

/** The case that a workflow carries, by the workflow's id; undefined for a workflow that carries none. */
export function findCaseNo(workflowId: string): CaseNo | undefined {
  const [kind, caseNo = ''] = workflowId.split('/');
  return kind === 'case' && isCaseNo(caseNo) ? caseNo : undefined;
}

export interface CaseInput {
  readonly caseNo: CaseNo;
  /** A new case begins with its first command; a continued one takes up its ledger. */
  readonly begin: 'new' | 'from_ledger';
}

/**
 * How a case's workflow is started, by whoever finds it missing: it is there once, however often it is started, and
 * a closed case is not opened again. One that was terminated before it had written anything is started anew.
 */
export function caseStart(caseNo: CaseNo) {
  const input: CaseInput = { caseNo, begin: 'new' };
  return {
    workflowId: caseWorkflowId(caseNo),
    taskQueue: taskQueues.cases,
    args: [input] as [CaseInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
  } as const;
}

/**
 * How a closed case is taken up again for an act on its certificate: it begins from its ledger, and ends at once when
 * the act leaves it closed.
 */
export function caseReopening(caseNo: CaseNo) {
  const input: CaseInput = { caseNo, begin: 'from_ledger' };
  return {
    ...caseStart(caseNo),
    args: [input] as [CaseInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
}

/** How an open case that no workflow carries is taken up from its ledger; refused when one carries it after all. */
export function caseTakingUp(caseNo: CaseNo) {
  return { ...caseReopening(caseNo), workflowIdConflictPolicy: 'FAIL' } as const;
}

/** Looks for accepted applications and open cases without a workflow and starts theirs. Run by a Temporal Schedule. */
export const sweepWorkflowName = 'sweepWorkflow';

export interface CommandOutcome {
  readonly seq: number;
  readonly status: CaseStatus;
}

/** What is sent to a case from outside; everything else it learns by itself. */
export type SentCommand = ActCommand | AdministrativeCommand;

/**
 * A person's act. Answers after the ledger has it; fails with an `ApplicationFailure` whose type is the
 * rejection's code and whose first detail is the rejection. The update id is the command id.
 */
export const commandUpdate = defineUpdate<CommandOutcome, [SentCommand]>('command');

/**
 * The same act when no worker answers: a Signal is kept without one, an Update is not. The ledger takes an act that
 * came both ways once.
 */
export const commandSignal = defineSignal<[SentCommand]>('commandLater');

/** What a case's workflow says of itself: what it knows of the ledger, and what it waits for. */
export interface CaseStanding {
  /** Of the last entry that it knows; 0 before the first. */
  readonly seq: number;
  readonly status: CaseStatus | null;
  /** When it will wake by itself. */
  readonly wakesAt: Instant | null;
  /** Effects of which it awaits the report. */
  readonly awaited: readonly EffectKey[];
  /** Messages that it has not taken yet. */
  readonly unread: number;
}

export const standingQuery = defineQuery<CaseStanding>('standing');
/**
 * Says that a ledger is not what its workflow believes: one of the two was restored from a backup. The case looks, and
 * catches up. Sent by `npm run reconcile`.
 */
export const catchUpSignal = defineSignal('catchUp');

export interface EffectInput<Type extends EffectType = EffectType> {
  readonly caseNo: CaseNo;
  readonly effect: EffectOf<Type>;
}

/** Finds out what a calendar would do to the open cases; asked with the number of the dry run. */
export const calendarDryRunWorkflowName = 'calendarDryRunWorkflow';

/** Brings a published calendar to every open case. */
export const calendarRolloutWorkflowName = 'calendarRolloutWorkflow';

/** How far a roll-out has come; counts are of cases. */
export interface RolloutProgress {
  readonly total: number;
  readonly done: number;
  /** Of which a date moved, in either direction. */
  readonly moved: number;
  /** Of those: by whose calendar the date is earlier. */
  readonly earlier: number;
  /** That did not answer. */
  readonly failed: readonly CaseNo[];
}

export interface RolloutInput {
  /** Of the published calendar. */
  readonly version: string;
  /** Of the run that this one continues. */
  readonly progress?: RolloutProgress;
}

/** How a roll-out is started: one at a time for a publication, again when cases turn up behind it. */
export function calendarRolloutStart(version: string) {
  const input: RolloutInput = { version };
  return {
    workflowId: `calendar-rollout/${version}`,
    taskQueue: taskQueues.cases,
    args: [input] as [RolloutInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
}

/** Sees to it that no open case is left behind the published calendar. Run by a Temporal Schedule. */
export const calendarSweepWorkflowName = 'calendarSweepWorkflow';

/** Tells administrators that next year's notice is missing. Run by a Temporal Schedule. */
export const calendarAlarmWorkflowName = 'calendarAlarmWorkflow';

/** Asks the population register for a recorded query; knows its reference and nothing of whom it is about. */
export const registerQueryWorkflowName = 'registerQueryWorkflow';

export function registerQueryWorkflowId(reference: RegisterReference): string {
  return `register-query/${reference}`;
}

/** Makes papers that somebody asks for. */
export const papersWorkflowName = 'papersWorkflow';

/** A paper by the event that gave rise to it. */
export interface PaperInput {
  readonly caseNo: CaseNo;
  readonly paper: MadePaperId;
  readonly seq: number;
}

export interface PapersInput {
  readonly wanted: readonly PaperInput[];
  /** What a paper does that no font can print: it fails the asking, or the others are made without it. */
  readonly unprintable: 'fails' | 'is_left_out';
}

/** Prints the dossier of a handing over that somebody asks for. */
export const dossierWorkflowName = 'dossierWorkflow';

export interface DossierInput {
  readonly caseNo: CaseNo;
  /** The n-th handing over; the next one too. */
  readonly n: number;
}

/** Sends new notices on their ways. Run by a Temporal Schedule. */
export const dispatchNoticesWorkflowName = 'dispatchNoticesWorkflow';

/** Carries one message from its slot to its receiver. */
export const deliveryWorkflowName = 'deliveryWorkflow';

export interface DeliveryInput {
  readonly id: BundleId;
  readonly slotAt: Instant;
}

export function deliveryWorkflowId(id: BundleId): string {
  return `delivery/${id}`;
}

/** How a message's workflow is started: one at a time; again when Temporal has lost it, for a finished one does nothing. */
export function deliveryStart(input: DeliveryInput) {
  return {
    workflowId: deliveryWorkflowId(input.id),
    taskQueue: taskQueues.notices,
    args: [input] as [DeliveryInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
}

/** What supervisors and stations should know before the day begins. Run by Temporal Schedules. */
export const digestWorkflowName = 'digestWorkflow';
export const filingReconciliationWorkflowName = 'filingReconciliationWorkflow';
export const directoryFreshnessWorkflowName = 'directoryFreshnessWorkflow';

/** Takes personal data out of what was kept long enough. Run by a Temporal Schedule. */
export const retentionWorkflowName = 'retentionWorkflow';

/** Removes from the object store what no attachment names. Run by a Temporal Schedule. */
export const blobSweepWorkflowName = 'blobSweepWorkflow';

/** Forgets what the public left behind when it asked. Run by a Temporal Schedule. */
export const forgetInquiriesWorkflowName = 'forgetInquiriesWorkflow';

/** Makes the notice of a rejection, which is no case. */
export const rejectionNoticeWorkflowName = 'rejectionNoticeWorkflow';
