import type { AnyPgColumn } from 'drizzle-orm/pg-core';
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

/**
 * Of so many stations the first cases are read station by station at once. By due date no index has them, so that all of
 * a station's are sorted.
 */
const maxStationsAtOnce = { acceptedAt: 200, dueAt: 30 } as const;

/** Cases that a unit may see, in an order that an index has. */
export async function listCases(executor: Executor, filter: CaseFilter): Promise<CaseRow[]> {
  const { acceptingStations, homeStations, order } = filter;
  const { acceptingStation, homeStation } = cases;
  const [fewest] = [
    ...(acceptingStations === undefined ? [] : [{ column: acceptingStation, stations: acceptingStations }]),
    ...(homeStations === undefined ? [] : [{ column: homeStation, stations: homeStations }]),
  ].sort((one, other) => one.stations.length - other.stations.length);
  return fewest === undefined || fewest.stations.length > maxStationsAtOnce[order.by]
    ? listThroughScope(executor, filter)
    : listStationByStation(executor, filter, fewest);
}

/** Found through the indexes of the unit's scope, which also have the order and the stations. */
async function listThroughScope(executor: Executor, filter: CaseFilter): Promise<CaseRow[]> {
  const { key, inOrder } = sortingOf(filter, caseScopes);
  const rows = await executor
    .select({ row: cases })
    .from(caseScopes)
    .innerJoin(cases, eq(cases.caseNo, caseScopes.caseNo))
    .where(
      and(
        eq(caseScopes.unitCode, filter.unitCode),
        isAtOneOf(caseScopes.acceptingStation, filter.acceptingStations),
        isAtOneOf(caseScopes.homeStation, filter.homeStations),
        conditionsOf(filter, caseScopes),
      ),
    )
    .orderBy(inOrder(key), inOrder(caseScopes.caseNo))
    .limit(filter.limit);
  return rows.map(({ row }) => row);
}

/**
 * One parameter: a province has thousands of stations. `is true` keeps the subquery what it is, and so Postgres looks a
 * station up by its hash; an array it would compare one by one as soon as it has kept the plan, in 15 ms for 700 cases.
 */
function isAtOneOf(column: AnyPgColumn, stations: readonly UnitCode[] | undefined) {
  return stations === undefined
    ? undefined
    : sql`(${column} in (select unnest(${sql.param([...stations])}::text[]))) is true`;
}

/**
 * The first of each station by itself, and of these the first: a province would have to pass over all of its cases to
 * come upon those of one station. Which of them the caller may see says the policy; asked here too, it took twice as long.
 */
async function listStationByStation(
  executor: Executor,
  filter: CaseFilter,
  { column, stations }: { readonly column: AnyPgColumn; readonly stations: readonly UnitCode[] },
): Promise<CaseRow[]> {
  const { acceptingStations, homeStations, limit } = filter;
  const { key, inOrder } = sortingOf(filter, cases);
  const { caseNo, acceptingStation, homeStation } = cases;
  const other =
    column === acceptingStation
      ? isAtOneOf(homeStation, homeStations)
      : isAtOneOf(acceptingStation, acceptingStations);
  const ofStation = and(sql`${column} = station.code`, other, conditionsOf(filter, cases));
  const first = sql`select n.case_no from unnest(${sql.param([...stations])}::text[]) as station(code)
    cross join lateral (
      select ${caseNo}, ${key} as key from ${cases} where ${ofStation}
      order by ${inOrder(key)}, ${inOrder(caseNo)} limit ${limit}
    ) as n
    order by ${inOrder(sql`n.key`)}, ${inOrder(sql`n.case_no`)} limit ${limit}`;
  return executor
    .select()
    .from(cases)
    .where(sql`${caseNo} in (${first})`)
    .orderBy(inOrder(key), inOrder(caseNo));
}

/** Both tables have what a list is filtered and sorted by. */
type Listed = typeof cases | typeof caseScopes;

function sortingOf({ order: { by, direction } }: CaseFilter, listed: Listed) {
  return {
    key: by === 'acceptedAt' ? sql`${listed.acceptedAt}` : dueOrNever(listed),
    inOrder: direction === 'ascending' ? asc : desc,
    onwards: direction === 'ascending' ? sql`>` : sql`<`,
  };
}

/** What is asked for beside stations. */
function conditionsOf(filter: CaseFilter, listed: Listed) {
  const { statuses, dueBefore, acceptedSince, after } = filter;
  const { key, onwards } = sortingOf(filter, listed);
  return and(
    statuses === undefined ? undefined : inArray(listed.status, [...statuses]),
    // Says it as the index of the open cases does, so that it serves whatever statuses come as parameters.
    statuses?.includes('closed') === false ? sql`${listed.status} <> 'closed'` : undefined,
    dueBefore === undefined ? undefined : sql`${dueOrNever(listed)} < ${dueBefore}::timestamptz`,
    acceptedSince === undefined ? undefined : gte(listed.acceptedAt, acceptedSince),
    after === undefined
      ? undefined
      : sql`(${key}, ${listed.caseNo}) ${onwards} (${after.key ?? 'infinity'}::timestamptz, ${after.caseNo})`,
  );
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
