import { and, asc, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import type { CaseStatus } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { dueOrNever } from '../schema/case-scopes.ts';
import { caseScopes, cases } from '../schema/index.ts';

export type CaseRow = typeof cases.$inferSelect;

export async function findCase(executor: Executor, caseNo: CaseNo): Promise<CaseRow | undefined> {
  const [row] = await executor.select().from(cases).where(eq(cases.caseNo, caseNo));
  return row;
}

/** Every case that has not ended: at most some 20,000 numbers [§8], read from their index. */
export async function listOpenCaseNos(executor: Executor): Promise<CaseNo[]> {
  const rows = await executor.select({ caseNo: cases.caseNo }).from(cases).where(ne(cases.status, 'closed'));
  return rows.map(({ caseNo }) => caseNo);
}

/**
 * Keeps the ledger of a case, and every other holder of this lock, waiting until the transaction ends: what is read of
 * the case afterwards stays so. The same lock as in `record_step`.
 */
export async function lockCase(executor: Executor, caseNo: CaseNo): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caseNo}, 0))`);
}

/** Where a page of a list ended: the list goes on behind this case, whatever was added in front meanwhile. */
export interface CasePosition {
  /** What it is sorted by; null for a case without a due date. */
  readonly key: Instant | null;
  readonly caseNo: CaseNo;
}

/** Equal keys go by number, so that every case has one place. */
export interface CaseOrder {
  readonly by: 'acceptedAt' | 'dueAt';
  readonly direction: 'ascending' | 'descending';
}

export interface CaseFilter {
  readonly unitCode: UnitCode;
  readonly statuses?: readonly CaseStatus[] | undefined;
  /** The stations' part in the case: whose counter, or whose register. */
  readonly acceptingStations?: readonly UnitCode[] | undefined;
  readonly homeStations?: readonly UnitCode[] | undefined;
  readonly dueBefore?: Instant | undefined;
  readonly acceptedSince?: Instant | undefined;
  readonly order: CaseOrder;
  readonly after?: CasePosition | undefined;
  readonly limit: number;
}

/** Cases that a unit may see, found through the indexes of their scope, which also have the order. */
export async function listCases(executor: Executor, filter: CaseFilter): Promise<CaseRow[]> {
  const { unitCode, statuses, acceptingStations, homeStations, dueBefore, acceptedSince, after, limit } =
    filter;
  const { by, direction } = filter.order;
  const key = by === 'acceptedAt' ? sql`${caseScopes.acceptedAt}` : dueOrNever(caseScopes);
  const [onwards, inOrder] = direction === 'ascending' ? ([sql`>`, asc] as const) : ([sql`<`, desc] as const);
  const rows = await executor
    .select({ row: cases })
    .from(caseScopes)
    .innerJoin(cases, eq(cases.caseNo, caseScopes.caseNo))
    .where(
      and(
        eq(caseScopes.unitCode, unitCode),
        statuses === undefined ? undefined : inArray(caseScopes.status, [...statuses]),
        // Says it as the index of the open cases does, so that it serves whatever statuses come as parameters.
        statuses?.includes('closed') === false ? sql`${caseScopes.status} <> 'closed'` : undefined,
        acceptingStations === undefined ? undefined : inArray(cases.acceptingStation, [...acceptingStations]),
        homeStations === undefined ? undefined : inArray(cases.homeStation, [...homeStations]),
        dueBefore === undefined ? undefined : sql`${dueOrNever(caseScopes)} < ${dueBefore}::timestamptz`,
        acceptedSince === undefined ? undefined : gte(caseScopes.acceptedAt, acceptedSince),
        after === undefined
          ? undefined
          : sql`(${key}, ${caseScopes.caseNo}) ${onwards} (${after.key ?? 'infinity'}::timestamptz, ${after.caseNo})`,
      ),
    )
    .orderBy(inOrder(key), inOrder(caseScopes.caseNo))
    .limit(limit);
  return rows.map(({ row }) => row);
}

/** Which of some cases a unit sees. */
export async function listVisible(
  executor: Executor,
  unitCode: UnitCode,
  numbers: readonly CaseNo[],
): Promise<ReadonlySet<CaseNo>> {
  const rows = await executor
    .select({ caseNo: caseScopes.caseNo })
    .from(caseScopes)
    .where(
      and(eq(caseScopes.unitCode, unitCode), sql`${caseScopes.caseNo} = any(${sql.param([...numbers])})`),
    );
  return new Set(rows.map(({ caseNo }) => caseNo));
}
