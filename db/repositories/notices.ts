import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { notices } from '../schema/index.ts';

export interface AddressedNotice {
  readonly caseNo: CaseNo;
  readonly seq: number;
  readonly position: number;
  readonly unitCode: UnitCode | null;
  readonly role: Role | null;
  readonly text: string;
  readonly createdAt: Instant;
}

/** Puts notices into the outbox; belongs in the ledger's transaction. */
export async function addNotices(executor: Executor, rows: readonly AddressedNotice[]): Promise<void> {
  if (rows.length > 0) await executor.insert(notices).values([...rows]);
}

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
