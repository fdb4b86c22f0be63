import type { Executor } from '../../db/database.ts';
import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { assignCase, lockKey } from '../../db/repositories/idempotency-keys.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { withScope } from '../../db/scope.ts';
import { readStationInForce } from '../../db/station-in-force.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import type { AcceptCommand, Actor } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { mergerAdviceOf } from '../../domain/eligibility/advice.ts';
import type { Advice } from '../../domain/eligibility/finding.ts';
import type { EligibilityContext } from '../../domain/eligibility/rule.ts';
import { isMatterCode } from '../../domain/matters/catalogue.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import type { NoteFinding } from '../audit/findings.ts';
import type { Delivery } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import type { Claim } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { counterOfficer } from './counter.ts';
import { takeDraft } from './drafts.ts';
import { fieldFaultsOf, judgeApplication, normalised } from './judge.ts';
import { readJudging } from './judging.ts';
import type { Paper } from './papers.ts';
import { startCase } from './start-case.ts';

export interface Submission {
  readonly caller: Principal;
  readonly claim: Claim;
  readonly application: SubmittedApplication;
  /** Faults of form found before the rules are asked. */
  readonly formFaults: readonly FieldFault[];
  readonly papers: readonly Paper[];
  /** The draft that it was made from; it goes when the application is in. */
  readonly draftId: DraftId | undefined;
  /** For what of the judging stands in the audit, whatever is answered. */
  readonly note: NoteFinding;
}

/** An application that is in, and the command with which its case begins. */
export interface StoredApplication {
  readonly caseNo: CaseNo;
  readonly acceptance: AcceptCommand;
  readonly advice: readonly Advice[];
}

export interface Submitted extends Omit<StoredApplication, 'acceptance'> {
  readonly delivery: Delivery;
}

/**
 * Accepts an application: first it is committed with its papers, then its workflow starts, so that no crash between
 * loses it and a repeat finds its number and goes on.
 * @throws {Problem} 403, 422
 */
export async function submitApplication(deps: ApiDeps, submission: Submission): Promise<Submitted> {
  const { caseNo, acceptance, advice } = await storeApplication(deps, submission);
  return { caseNo, delivery: await startCase(deps, caseNo, acceptance), advice };
}

/**
 * Judges an application and commits it with its papers: from then on it has its number, and the sweep would start it.
 * @throws {Problem} 422
 */
export function storeApplication(deps: ApiDeps, submission: Submission): Promise<StoredApplication> {
  const officer = counterOfficer(submission.caller);
  return deps.attachmentFiles.whileStored(submission.papers, () =>
    withScope(deps.database, officer.unitCode, (executor) => store(deps, executor, submission, officer)),
  );
}

async function store(
  deps: ApiDeps,
  executor: Executor,
  submission: Submission,
  officer: Actor,
): Promise<StoredApplication> {
  const { caller, claim, formFaults, papers, draftId, note } = submission;
  const submittedAt = deps.clock.now();
  const application = {
    ...submission.application,
    // A station that was merged away is chosen from memory: its work is done elsewhere now.
    homeStation: await readStationInForce(
      executor,
      submission.application.homeStation,
      localDateOf(submittedAt),
    ),
  };
  const assigned = claim.storedKey && (await lockKey(executor, claim.storedKey)).caseNo;
  const ownCase = assigned ?? undefined;
  const context = await readJudging(deps, executor, { caller, application, ownCase, note });
  const acceptance = acceptanceOf({ claim, application }, officer, context);
  const moved = mergerAdviceOf(submission.application.homeStation, application, context);
  // A repeat was judged when it first came.
  if (assigned) {
    const { advice } = judgeApplication(application, [], context, note);
    return { caseNo: assigned, acceptance, advice: [...moved, ...advice] };
  }

  const { faults, advice } = judgeApplication(application, formFaults, context, note);
  if (faults.length > 0) {
    throw new Problem('application_not_eligible', { errors: fieldFaultsOf(faults) });
  }
  if (draftId !== undefined) await takeDraft(executor, draftId, context.today);
  const caseNo = await allotCaseNo(executor, officer.unitCode, submittedAt);
  const personal = normalised(application, context.today);
  await addApplication(executor, { caseNo, submittedAt, acceptance, personal });
  await addAttachments(
    executor,
    papers.map((paper, position) => ({
      ...paper,
      ...{ caseNo, position, addedBy: officer.officerId, addedAt: submittedAt },
    })),
  );
  if (claim.storedKey) await assignCase(executor, claim.storedKey, caseNo);
  return { caseNo, acceptance, advice: [...moved, ...advice] };
}

function acceptanceOf(
  { claim, application }: Pick<Submission, 'claim' | 'application'>,
  by: Actor,
  { tree }: EligibilityContext,
): AcceptCommand {
  const { homeStation } = application;
  return {
    type: 'accept',
    commandId: claim.commandId,
    by,
    acceptingStation: by.unitCode,
    homeStation,
    homeLevel: tree.get(homeStation)?.level === 'county' ? 'county' : 'station',
    matters: application.matters.map(({ code }) => code).filter(isMatterCode),
  };
}
