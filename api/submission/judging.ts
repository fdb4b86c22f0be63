import type { Executor } from '../../db/database.ts';
import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import {
  listApplicationsInScope,
  listOpenCasesOfApplicant,
  lockApplicant,
} from '../../db/repositories/applications.ts';
import { getPolicyInForce } from '../../db/repositories/policies.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { EligibilityContext, OpenCases } from '../../domain/eligibility/rule.ts';
import { isNone, noOpenCases } from '../../domain/eligibility/rule.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { isMatterCode, matterCodes } from '../../domain/matters/catalogue.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { provinceOf } from '../../domain/units/unit-tree.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { loadEndedDivisions } from '../../platform/reference-data.ts';
import type { NoteFinding } from '../audit/findings.ts';
import type { ApiDeps } from '../deps.ts';

/** What is judged, by whom, and the case that it has become if it is judged again. */
export interface Judged {
  readonly caller: Principal;
  readonly application: SubmittedApplication;
  readonly ownCase?: CaseNo | undefined;
  /** For what of the judging stands in the audit, whatever is answered. */
  readonly note: NoteFinding;
}

/**
 * All that the rules must know of an application at the caller's station. The person is held against other submissions
 * until the transaction ends.
 */
export async function readJudging(
  { units, divisions, clock }: ApiDeps,
  executor: Executor,
  { caller, application, ownCase, note }: Judged,
): Promise<EligibilityContext> {
  const tree = await units.tree();
  const acceptingStation = caller.unitCode;
  const today = localDateOf(clock.now());
  const policy = await getPolicyInForce(executor, provinceOf(tree, acceptingStation).code);
  const { openCaseVerdict: verdict } = application;
  const open = await findOpenCases(executor, application, { today, ownCase });
  if (!isNone(open.openCasesOfSameMatter) || !isNone(open.otherOpenCases)) note('person_found');
  return {
    today,
    acceptingStation,
    officerId: caller.subject,
    tree,
    divisions,
    endedDivisions: loadEndedDivisions(),
    policy: policy.eligibility,
    ...open,
    ...(verdict === undefined ? {} : { duplicateVerdict: { goOn: true, reason: verdict.reason } }),
  };
}

async function findOpenCases(
  executor: Executor,
  { applicant, matters }: SubmittedApplication,
  { today, ownCase }: { readonly today: PlainDate; readonly ownCase: CaseNo | undefined },
): Promise<Pick<EligibilityContext, 'openCasesOfSameMatter' | 'otherOpenCases'>> {
  const check = checkIdNumber(applicant.idNumber, today);
  if (!check.valid) return { openCasesOfSameMatter: noOpenCases, otherOpenCases: noOpenCases };
  await lockApplicant(executor, check.idNumber);
  const openFor = async (codes: readonly string[]) =>
    (await listOpenCasesOfApplicant(executor, check.idNumber, codes)).filter((caseNo) => caseNo !== ownCase);
  const ofSameMatter = await openFor(matters.map(({ code }) => code).filter(isMatterCode));
  const all = await openFor(matterCodes);
  const known = new Set(await listApplicationsInScope(executor, all));
  const knownOf = (found: readonly CaseNo[]): OpenCases => ({
    inScope: found.filter((caseNo) => known.has(caseNo)),
    elsewhere: found.every((caseNo) => known.has(caseNo)) ? 'none' : 'some',
  });
  return {
    openCasesOfSameMatter: knownOf(ofSameMatter),
    otherOpenCases: knownOf(all.filter((caseNo) => !ofSameMatter.includes(caseNo))),
  };
}
