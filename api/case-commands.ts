import type { Client } from '@temporalio/client';
import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { addActRecord } from '../db/repositories/act-records.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import { listSuccessions } from '../db/repositories/station-contacts.ts';
import { findCase } from '../db/repositories/cases.ts';
import { getPolicy } from '../db/repositories/policies.ts';
import { withScope } from '../db/scope.ts';
import type { CaseAct } from '../domain/case/command.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { isOutage, outage } from '../platform/error-trace.ts';
import { within } from '../platform/within.ts';
import type { SentCommand } from '../workflows/contract.ts';
import {
  caseReopening,
  caseWorkflowId,
  caseWorkflowName,
  catchUpSignal,
  commandSignal,
  commandUpdate,
} from '../workflows/contract.ts';
import { actingRoleFor, allowedActsOf, requireKeptFiles, subjectOf } from './access.ts';
import type { Caller } from './authentication.ts';
import { commandOf, contentOf } from './acts/act-command.ts';
import type { ActBody } from './acts/bodies.ts';
import { withCitedQuery } from './acts/cited-query.ts';
import { withManualRecord } from './acts/manual-record.ts';
import type { ApiDeps } from './deps.ts';
import { isErrorCode, Problem, problemOfRejection } from './problems.ts';
import { untilTaken } from './until-taken.ts';

/** `done`: the ledger has it. `later`: kept by Temporal until a worker takes it. */
export type Delivery = 'done' | 'later';

export interface ActRequest {
  readonly caller: Caller;
  readonly caseNo: CaseNo;
  readonly commandId: CommandId;
  readonly act: ActBody;
  /** The version that the caller has seen, when he wants to act on no other. */
  readonly seenVersion: number | undefined;
}

/** How long a caller is kept waiting for Temporal, each time that it is asked. */
export const defaultTimeoutMs = 2000;

/**
 * Has a person's act carried out. The obviously impossible is refused from the projection; the verdict is the
 * workflow's. The words are stored first, since the workflow only ever learns the command's id.
 * @throws {Problem} 403, 404, 409, 412, 422, 503
 */
export async function sendAct(deps: ApiDeps, request: ActRequest): Promise<Delivery> {
  const prepared = await prepare(deps, request);
  if (prepared === 'repeated') {
    await askToCatchUp(deps, request.caseNo);
    return 'done';
  }
  const { state, command } = prepared;
  const handle = deps.temporal.workflow.getHandle(caseWorkflowId(request.caseNo));
  const options = { updateId: command.commandId, args: [command] as [SentCommand] };
  const reopening = () =>
    deps.temporal.workflow.executeUpdateWithStart(commandUpdate, {
      ...options,
      startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowName, caseReopening(request.caseNo)),
    });
  try {
    // The workflow of a closed case has ended; what may still be done to it takes it up again.
    await withinTimeout(deps, () =>
      untilTaken(() =>
        state.status === 'closed' ? reopening() : handle.executeUpdate(commandUpdate, options),
      ),
    );
    return 'done';
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) throw await refusalOf(deps, request, rejectionOf(error));
    if (error instanceof WorkflowNotFoundError) return lookAgain(deps, request);
    if (!isUnanswered(error)) throw error;
  }
  try {
    // An Update that no worker has taken is not kept; a Signal is, and the ledger takes an act that came twice once.
    await withinTimeout(deps, () => handle.signal(commandSignal, command));
    return 'later';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return lookAgain(deps, request);
    throw error;
  }
}

/**
 * Has a case look into its ledger for an act whose caller was never told that it is there: with the task that recorded it Temporal
 * may have lost the Update itself, and what it asks for would wait for whatever comes next.
 * @throws {Error} an outage, when Temporal does not answer.
 */
export async function askToCatchUp(deps: ApiDeps, caseNo: CaseNo): Promise<void> {
  const handle = deps.temporal.workflow.getHandle(caseWorkflowId(caseNo));
  try {
    await withinTimeout(deps, () => handle.signal(catchUpSignal));
  } catch (error) {
    // It has ended, or the sweep begins it from its ledger.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function prepare(
  deps: ApiDeps,
  request: ActRequest,
): Promise<{ state: CaseState; command: CaseAct } | 'repeated'> {
  const { caller, caseNo, commandId, seenVersion } = request;
  const tree = await deps.units.tree();
  return withScope(deps.database, caller.unitCode, async (executor) => {
    const row = required(await findCase(executor, caseNo));
    const { state } = row;
    if (state.stepKeys.includes(commandId)) return 'repeated';
    // Words that came now would stay for good.
    requireKeptFiles(row);
    const now = deps.clock.now();
    const role = actingRoleFor(caller, { state, tree, now }, request.act.act, subjectOf(request.act));
    if (seenVersion !== undefined && seenVersion !== state.seq) throw new Problem('precondition_failed');
    const by = { officerId: caller.subject, role, unitCode: caller.unitCode };
    const { eligibility: corps } = await getPolicy(executor, state.policyVersions.accepting);
    const cited = await withCitedQuery(executor, { caseNo, state }, request.act);
    const act = await withManualRecord(executor, caseNo, cited, { state, now });
    const content = contentOf(act);
    const successions = await listSuccessions(executor);
    const command: CaseAct = {
      ...commandOf(act, { state, tree, corps, commandId, by, now, successions }),
      // What happens between this look at the case and the workflow's decision counts as well.
      ...(seenVersion === undefined ? {} : { seenSeq: seenVersion }),
    };
    if (content !== null) {
      await addActRecord(executor, {
        commandId,
        caseNo,
        officerId: caller.subject,
        submittedAt: now,
        content,
      });
    }
    return { state, command };
  });
}

/** The workflow is gone: this very act closed the case, or another did, or the case has not started yet. */
async function lookAgain(deps: ApiDeps, request: ActRequest): Promise<Delivery> {
  const { state } = await readCase(deps, request);
  if (state.stepKeys.includes(request.commandId)) return 'done';
  const tree = await deps.units.tree();
  actingRoleFor(
    request.caller,
    { state, tree, now: deps.clock.now() },
    request.act.act,
    subjectOf(request.act),
  );
  throw new Problem('service_unavailable');
}

async function refusalOf(deps: ApiDeps, request: ActRequest, rejection: Rejection): Promise<Problem> {
  const { state } = await readCase(deps, request);
  const tree = await deps.units.tree();
  const acting = { state, tree, now: deps.clock.now() };
  return problemOfRejection(rejection, allowedActsOf(request.caller, acting));
}

function readCase(deps: ApiDeps, { caller, caseNo }: ActRequest): Promise<CaseRow> {
  return withScope(deps.database, caller.unitCode, async (executor) =>
    required(await findCase(executor, caseNo)),
  );
}

function required(row: CaseRow | undefined): CaseRow {
  if (row === undefined) throw new Problem('case_not_found');
  return row;
}

/** Why the workflow refused. @throws what it failed with, when that was no refusal. */
export function rejectionOf(error: WorkflowUpdateFailedError): Rejection {
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || !cause.type || !isErrorCode(cause.type)) throw error;
  return cause.details?.[0] as Rejection;
}

/** Whether nobody answered in time, which says nothing about the act. */
function isUnanswered(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isOutage(error);
}

/**
 * Runs calls to Temporal that together may take as long as a caller is kept waiting. The deadline is for the server; a
 * worker's connection, which the API may share, tries a server that is away for ten seconds whatever the deadline is.
 */
export function withinTimeout<T>(
  { temporal, commandTimeoutMs = defaultTimeoutMs }: { temporal: Client; commandTimeoutMs?: number },
  work: () => Promise<T>,
): Promise<T> {
  const working = temporal.withDeadline(Date.now() + commandTimeoutMs, work);
  return within(commandTimeoutMs, working, () => outage('Temporal did not answer in time'));
}
