import { addRejectionOnce, findRejection } from '../db/repositories/rejections.ts';
import type { Rejection, RejectionSummary } from '../db/repositories/rejections.ts';
import { withScope } from '../db/scope.ts';
import type { Application } from '../domain/application/application.ts';
import type { CounterDecision, ToldFault } from '../domain/application/rejection.ts';
import { acceptingRoles } from '../domain/case/acts.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import { maskName } from '../domain/identity/masking.ts';
import { isSupervisor } from '../domain/roles.ts';
import type { Principal } from '../platform/identity/principal.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';
import { counterOfficer } from './submission/counter.ts';
import { judgeApplication } from './submission/judge.ts';
import { readJudging } from './submission/judging.ts';

export interface RejectionRequest {
  readonly caller: Principal;
  readonly id: CommandId;
  readonly decision: CounterDecision;
  readonly application: Application;
  /** What the officer has against it beyond the rules (S21). */
  readonly reasons: readonly string[];
}

/**
 * Records that the counter does not accept an application, with everything that the rules and the officer have against
 * it. @throws {Problem} 403, and 422 when nothing speaks against it.
 */
export async function rejectApplication(deps: ApiDeps, request: RejectionRequest): Promise<Rejection> {
  const { caller, id, decision, application, reasons } = request;
  await counterOfficer(deps, caller);
  const decidedAt = deps.clock.now();
  const faults = [
    ...(await faultsOf(deps, caller, application)),
    ...reasons.map((message): ToldFault => ({ code: 'officer_reason', message, basis: null })),
  ];
  if (faults.length === 0) throw new Problem('application_is_eligible');
  return withScope(deps.database, caller.unitCode, async (executor) => {
    const acceptingStation = caller.unitCode;
    const officerId = caller.subject;
    const personal = { application, faults };
    await addRejectionOnce(executor, { id, acceptingStation, decision, decidedAt, officerId, personal });
    const stored = await findRejection(executor, id);
    if (stored === undefined) throw new Error('a rejection was recorded and is not there');
    return stored;
  });
}

async function faultsOf(
  deps: ApiDeps,
  caller: Principal,
  application: Application,
): Promise<readonly ToldFault[]> {
  const { faults } = await withScope(deps.database, caller.unitCode, async (executor) =>
    judgeApplication(application, [], await readJudging(deps, executor, { caller, application })),
  );
  return faults.map(({ code, message, basis }) => ({ code, message, basis }));
}

/** A rejection in the reader's scope. @throws {Problem} 403, 404 */
export async function readRejection(deps: ApiDeps, reader: Principal, id: string): Promise<Rejection> {
  requireReader(reader);
  const found = await withScope(deps.database, reader.unitCode, (executor) =>
    findRejection(executor, id as CommandId),
  );
  if (found === undefined) throw new Problem('not_found');
  return found;
}

/** Whoever works at the counter, and the supervisors above it. @throws {Problem} 403 */
export function requireReader({ roles }: Principal): void {
  if (!roles.some((role) => acceptingRoles.includes(role) || isSupervisor(role))) {
    throw new Problem('role_not_allowed');
  }
}

/** What a list shows of a rejection, always masked. */
export function rejectionView({ id, acceptingStation, decision, decidedAt, personal }: RejectionSummary) {
  return {
    ...{ id, acceptingStation, decision, decidedAt },
    applicantName: maskName(personal.application.applicant.name),
    faults: [...personal.faults],
    notice: `${rejectionAddress(id)}/notice`,
  };
}

export function rejectionAddress(id: CommandId): string {
  return `/v1/rejections/${id}`;
}
