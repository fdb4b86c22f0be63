import { sql } from 'drizzle-orm';
import { projectCase } from '../../domain/case/projection.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { caseScopes, cases } from '../schema/index.ts';

/** Lets one transaction at a time write to a case, also to one that has no row yet. */
export async function lockCase(executor: Executor, caseNo: CaseNo): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caseNo}, 0))`);
}

/** Writes what the ledger now adds up to; belongs in the ledger's transaction. */
export async function saveProjection(executor: Executor, caseNo: CaseNo, state: CaseState): Promise<void> {
  const { acceptingStation, homeStation, acceptedAt, ...changing } = { ...projectCase(state), state };
  await executor
    .insert(cases)
    .values({ caseNo, acceptingStation, homeStation, acceptedAt, ...changing })
    .onConflictDoUpdate({ target: cases.caseNo, set: changing });
}

/** Lets the units on both stations' paths see the case, and keeps what their lists sort and filter by. */
export async function saveScopes(
  executor: Executor,
  caseNo: CaseNo,
  state: CaseState,
  unitCodes: readonly UnitCode[],
): Promise<void> {
  const { status, acceptedAt, dueAt } = projectCase(state);
  await executor
    .insert(caseScopes)
    .values(unitCodes.map((unitCode) => ({ unitCode, caseNo, status, acceptedAt, dueAt })))
    .onConflictDoUpdate({
      target: [caseScopes.caseNo, caseScopes.unitCode],
      set: { status: sql`excluded.status`, dueAt: sql`excluded.due_at` },
    });
}
