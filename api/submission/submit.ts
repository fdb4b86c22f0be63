import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Executor } from '../../db/database.ts';
import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import {
  addApplication,
  listOpenCasesOfApplicant,
  lockApplicant,
} from '../../db/repositories/applications.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { assignCase, lockKey } from '../../db/repositories/idempotency-keys.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { withScope } from '../../db/scope.ts';
import { acceptingRoles } from '../../domain/case/acts.ts';
import type { AcceptCommand } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Advice } from '../../domain/eligibility/finding.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import { isMatterCode } from '../../domain/matters/catalogue.ts';
import type { Role } from '../../domain/roles.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { caseStart, caseWorkflowName, commandSignal, commandUpdate } from '../../workflows/contract.ts';
import type { Delivery } from '../case-commands.ts';
import { rejectionOf, withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import type { Claim } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { adviceFor, judgeApplication, normalised } from './judge.ts';
import type { Paper } from './papers.ts';

export interface Submission {
  readonly caller: Principal;
  readonly claim: Claim;
  readonly application: SubmittedApplication;
  /** Faults of form found before the rules are asked. */
  readonly formFaults: readonly FieldFault[];
  readonly papers: readonly Paper[];
}

export interface Submitted {
  readonly caseNo: CaseNo;
  readonly delivery: Delivery;
  readonly advice: readonly Advice[];
}

/**
 * Accepts an application: first it is committed with its papers, then its workflow starts, so that no crash between
 * loses it and a repeat finds its number and goes on.
 * @throws {Problem} 403, 422, 503
 */
export async function submitApplication(deps: ApiDeps, submission: Submission): Promise<Submitted> {
  const { caller } = submission;
  const role = caller.roles.find((each) => acceptingRoles.includes(each));
  if (role === undefined) throw new Problem('role_not_allowed');
  const { caseNo, acceptance, advice } = await withScope(deps.database, caller.unitCode, (executor) =>
    store(deps, executor, submission, role),
  );
  return { caseNo, delivery: await startCase(deps, caseNo, acceptance), advice };
}

async function store(deps: ApiDeps, executor: Executor, submission: Submission, role: Role) {
  const { caller, claim, application, formFaults, papers } = submission;
  const tree = await deps.units.tree();
  if (tree.get(caller.unitCode)?.level !== 'station') {
    throw new Problem('unit_not_allowed', { detail: '只有派出所可以受理申请。' });
  }
  const acceptingStation = caller.unitCode;
  const submittedAt = deps.clock.now();
  const asOf = localDateOf(submittedAt);
  const matters = application.matters.map(({ code }) => code).filter(isMatterCode);
  const assigned = claim.storedKey && (await lockKey(executor, claim.storedKey)).caseNo;
  const judging = { asOf, acceptingStation, tree, divisions: deps.divisions, openCasesOfSameMatter: [] };
  const advice = adviceFor(application, judging);
  const acceptance: AcceptCommand = {
    type: 'accept',
    commandId: claim.commandId,
    by: { officerId: caller.subject, role, unitCode: caller.unitCode },
    acceptingStation,
    homeStation: application.homeStation,
    matters,
  };
  // A repeat was judged when it first came, and must not trip over the open case that it made itself.
  if (assigned) return { caseNo: assigned, acceptance, advice };

  const openCasesOfSameMatter = await findOpenCases(executor, application, matters, asOf);
  judgeApplication(application, formFaults, { ...judging, openCasesOfSameMatter });
  const caseNo = await allotCaseNo(executor, acceptingStation, submittedAt);
  await addApplication(executor, {
    caseNo,
    submittedAt,
    acceptance,
    personal: normalised(application, asOf),
  });
  await addAttachments(
    executor,
    papers.map((paper) => ({ ...paper, caseNo })),
  );
  if (claim.storedKey) await assignCase(executor, claim.storedKey, caseNo);
  return { caseNo, acceptance, advice };
}

async function findOpenCases(
  executor: Executor,
  { applicant }: SubmittedApplication,
  matters: readonly MatterCode[],
  asOf: PlainDate,
): Promise<CaseNo[]> {
  const check = checkIdNumber(applicant.idNumber, asOf);
  if (!check.valid || matters.length === 0) return [];
  await lockApplicant(executor, check.idNumber);
  return listOpenCasesOfApplicant(executor, check.idNumber, matters);
}

/**
 * Starts the workflow of a stored application.
 * @throws {Problem} 503 when Temporal is away: the application is kept, and a repeat under its key starts it.
 */
async function startCase(deps: ApiDeps, caseNo: CaseNo, command: AcceptCommand): Promise<Delivery> {
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
    logUnstarted(deps, caseNo, error);
    const detail = `申请已保存，编号${caseNo}，但暂时不能开始办理；请稍后以相同的 Idempotency-Key 重新提交。`;
    throw new Problem('service_unavailable', { detail });
  }
}

function isAlreadyAccepted(error: unknown): boolean {
  return error instanceof WorkflowUpdateFailedError && rejectionOf(error).code === 'case_already_accepted';
}

function logUnstarted({ log }: ApiDeps, caseNo: CaseNo, error: unknown): void {
  const errorName = error instanceof Error ? error.name : typeof error;
  log.warn({ caseNo, errorName }, 'case stored and not started yet');
}
