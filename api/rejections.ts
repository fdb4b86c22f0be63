import type { Executor } from '../db/database.ts';
import type { SubmittedApplication } from '../db/repositories/applications.ts';
import { lockKey } from '../db/repositories/idempotency-keys.ts';
import { reportNotice } from '../db/repositories/notices.ts';
import { allotRejectionNo } from '../db/repositories/numbers.ts';
import type { Rejection, RejectionSummary } from '../db/repositories/rejections.ts';
import { addRejection, findRejection, findRejectionOfCommand } from '../db/repositories/rejections.ts';
import { withScope } from '../db/scope.ts';
import type { DraftId } from '../domain/application/draft.ts';
import type { CounterDecision, ToldFault } from '../domain/application/rejection.ts';
import { isOutOfScope, officerReason, withoutOfficersWords } from '../domain/application/rejection.ts';
import type { Actor } from '../domain/case/command.ts';
import type { RejectionNo } from '../domain/certificate/numbers.ts';
import { isRejectionNo } from '../domain/certificate/numbers.ts';
import type { EligibilityContext } from '../domain/eligibility/rule.ts';
import { maskName } from '../domain/identity/masking.ts';
import { findNeverCertified } from '../domain/matters/never-certified.ts';
import { ancestorsOf, getUnit } from '../domain/units/unit-tree.ts';
import type { Principal } from '../platform/identity/principal.ts';
import { worksAtCounter } from './access.ts';
import type { NoteFinding } from './audit/findings.ts';
import type { Caller } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import type { Claim } from './idempotency.ts';
import { Problem } from './problems.ts';
import type { RejectionView } from './schemas/rejection.ts';
import { counterOfficer } from './submission/counter.ts';
import { takeDraft } from './submission/drafts.ts';
import { judgeApplication } from './submission/judge.ts';
import { readJudging } from './submission/judging.ts';
import { requireKeepable } from './submission/keepable.ts';

export interface RejectionRequest {
  readonly caller: Principal;
  readonly claim: Claim;
  readonly decision: CounterDecision;
  readonly application: SubmittedApplication;
  /** What the officer has against it beyond the rules. */
  readonly reasons: readonly string[];
  /** The draft that it was made from: it goes with a rejection, and is completed otherwise. */
  readonly draftId: DraftId | undefined;
  /** For what of the judging stands in the audit, whatever is answered. */
  readonly note: NoteFinding;
}

/**
 * Records that the counter does not accept an application, with everything that the rules and the officer have against
 * it. A repeat of the same request finds what it recorded.
 * @throws {Problem} 403, 422, and 409 when nothing speaks against it.
 */
export async function rejectApplication(deps: ApiDeps, request: RejectionRequest): Promise<RejectionSummary> {
  const officer = counterOfficer(request.caller);
  return withScope(deps.database, officer.unitCode, async (executor) => {
    const { storedKey, commandId } = request.claim;
    if (storedKey !== undefined) await lockKey(executor, storedKey);
    const repeated = await findRejectionOfCommand(executor, commandId);
    return repeated ?? record(deps, executor, request, officer);
  });
}

async function record(
  deps: ApiDeps,
  executor: Executor,
  { caller, claim, decision, application, reasons, draftId, note }: RejectionRequest,
  { unitCode: acceptingStation, officerId }: Actor,
): Promise<RejectionSummary> {
  const context = await readJudging(deps, executor, { caller, application, note });
  const judged = judgeApplication(application, [], context, note).faults;
  const faults = [
    ...judged.map(({ code, message, basis }): ToldFault => ({ code, message, basis })),
    ...reasons.map((message): ToldFault => ({ code: officerReason, message, basis: null })),
  ];
  if (faults.length === 0) throw new Problem('application_is_eligible');
  if (decision === 'rejected' && draftId !== undefined) await takeDraft(executor, draftId, context.today);

  const decidedAt = deps.clock.now();
  const personal = { applicantName: application.applicant.name, matters: application.matters, faults };
  requireKeepable(personal);
  const rejection = {
    ...{ id: claim.commandId, acceptingStation, decision, decidedAt, officerId, personal },
    no: await allotRejectionNo(executor, acceptingStation, decidedAt),
    codes: [...new Set(faults.map(({ code }) => code))],
  };
  await addRejection(executor, rejection);
  if (decision === 'rejected' && isOutOfScope(rejection.codes)) {
    await reportUpwards(executor, { ...rejection, sha256: null }, context);
  }
  return { ...rejection, sha256: null };
}

const supervisors = {
  county: 'county_supervisor',
  city: 'city_supervisor',
  province: 'province_supervisor',
} as const;

/** 五个一律: the unit above hears of every refusal of what no station certifies, with the refusal itself. */
async function reportUpwards(
  executor: Executor,
  { no, acceptingStation, decidedAt, personal }: RejectionSummary,
  { tree }: EligibilityContext,
): Promise<void> {
  const [above] = ancestorsOf(tree, acceptingStation);
  if (above === undefined || above.level === 'station') return;
  // What is in no catalogue is the applicant's own word, which may name people.
  const titles = (personal?.matters ?? []).flatMap(({ code }) => findNeverCertified(code)?.title ?? []);
  const what = titles.length === 0 ? '目录外事项' : [...new Set(titles)].join('、');
  const station = getUnit(tree, acceptingStation).name;
  await reportNotice(executor, {
    dedupeKey: `rejection/${no}`,
    unitCode: above.code,
    role: supervisors[above.level],
    kind: 'case',
    urgency: 'normal',
    text: `按“五个一律”报告：${station}对“${what}”的证明申请不予受理，告知书编号${no}。`,
    createdAt: decidedAt,
  });
}

/** A rejection in the reader's scope. @throws {Problem} 404 */
export async function readRejection(deps: ApiDeps, reader: Principal, no: string): Promise<Rejection> {
  const found = isRejectionNo(no)
    ? await withScope(deps.database, reader.unitCode, (executor) => findRejection(executor, no))
    : undefined;
  if (found === undefined) throw new Problem('not_found');
  return found;
}

/** What is shown of a rejection, always masked, and with officers' own words at its counter alone; its notice says the rest. */
export function rejectionView(reader: Caller, rejection: RejectionSummary): RejectionView {
  const { no, acceptingStation, decision, decidedAt, officerId, codes, personal } = rejection;
  const faults = personal?.faults ?? [];
  return {
    ...{ no, acceptingStation, decision, decidedAt, officerId, codes },
    applicantName: personal === null ? null : maskName(personal.applicantName),
    faults: worksAtCounter(reader, acceptingStation) ? [...faults] : withoutOfficersWords(faults),
    notice: `${rejectionAddress(no)}/notice`,
  };
}

export function rejectionAddress(no: RejectionNo): string {
  return `/v1/rejections/${no}`;
}
