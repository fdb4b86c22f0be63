import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { notices } from '../schema/index.ts';

/** The inbox of some roles at a unit, newest first, before the notice `beforeId` if given. */
export async function listNotices(
  executor: Executor,
  filter: { unitCode: UnitCode; roles: readonly Role[]; beforeId?: number | undefined; limit: number },
) {
  const { unitCode, roles, beforeId, limit } = filter;
  return executor
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.unitCode, unitCode),
        inArray(notices.role, [...roles]),
        beforeId === undefined ? undefined : lt(notices.id, beforeId),
      ),
    )
    .orderBy(desc(notices.id))
    .limit(limit);
}

/** All notices of a case, the applicant's among them, oldest first. */
export async function listNoticesOfCase(executor: Executor, caseNo: CaseNo) {
  return executor.select().from(notices).where(eq(notices.caseNo, caseNo)).orderBy(asc(notices.id));
}
