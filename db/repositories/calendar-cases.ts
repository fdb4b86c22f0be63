import { sql } from 'drizzle-orm';
import type { PolicyVersions } from '../../domain/case/event.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ClockId, ClockKey } from '../../domain/clocks/clock-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';

/** An open case, with the clocks that count working days and have not stopped, and those that wait for a calendar. */
export interface OpenCase {
  readonly caseNo: CaseNo;
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly clocks: readonly {
    readonly clock: ClockId;
    readonly clockKey: ClockKey;
    readonly station: UnitCode | null;
    readonly startedAt: Instant;
    readonly termWorkingDays: number;
    readonly dueDate: PlainDate;
    /** By the calendar that the case has taken over: another date where the later one stands. */
    readonly knownCalendarDate: PlainDate;
  }[];
  readonly waitingClocks: readonly {
    readonly clock: ClockId;
    readonly clockKey: ClockKey;
    readonly station: UnitCode | null;
    readonly startedAt: Instant;
    /** The term of a reply; of everything else the policy of its side says it. */
    readonly demandedWorkingDays: number | null;
  }[];
  readonly policyVersions: PolicyVersions;
}

/**
 * Open cases behind a case number, in the order of the numbers. Postgres takes the few facts out of each state, which
 * weighs fifty times as much.
 */
export async function listOpenCases(
  executor: Executor,
  { after, limit }: { readonly after: CaseNo | ''; readonly limit: number },
): Promise<OpenCase[]> {
  const rows = await executor.execute<OpenCase & Record<string, unknown>>(sql`
    select c.case_no as "caseNo", c.accepting_station as "acceptingStation", c.home_station as "homeStation",
      c.state -> 'policyVersions' as "policyVersions",
      coalesce(running.clocks, '[]') as clocks, coalesce(waiting.clocks, '[]') as "waitingClocks"
    from (
      select case_no, accepting_station, home_station, state from cases
      where status <> 'closed' and case_no > ${after} order by case_no limit ${limit}
    ) c
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'clock', k.value -> 'clock',
        'clockKey', k.key,
        'station', k.value -> 'station',
        'startedAt', k.value -> 'deadline' -> 'startedAt',
        'termWorkingDays', k.value -> 'deadline' -> 'termWorkingDays',
        'dueDate', k.value -> 'deadline' -> 'dueDate',
        'knownCalendarDate', left(k.value ->> 'calendarDueAt', 10)
      ) order by k.key) as clocks
      from jsonb_each(c.state -> 'clocks') k
      where k.value -> 'stoppedAt' = 'null' and k.value -> 'deadline' ? 'termWorkingDays'
    ) running on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'clock', w.value -> 'clock',
        'clockKey', w.key,
        'station', c.state -> 'escalations' -> (w.value ->> 'about') -> 'station',
        'startedAt', w.value -> 'startedAt',
        'demandedWorkingDays', w.value -> 'demand' -> 'withinWorkingDays'
      ) order by w.key) as clocks
      from jsonb_each(c.state -> 'unstartedClocks') w
    ) waiting on true
    order by c.case_no`);
  return [...rows];
}

/** How many open cases have not taken a published calendar over yet. */
export async function countCasesBehind(executor: Executor, version: string): Promise<number> {
  const [row] = await executor.execute<{ count: number }>(sql`
    select count(*)::int as count from cases
    where status <> 'closed' and calendar_version is distinct from ${version}`);
  return row?.count ?? 0;
}

/** The first open cases that have not taken a published calendar over yet, some left out. */
export async function listCasesBehind(
  executor: Executor,
  version: string,
  { except, limit }: { readonly except: readonly CaseNo[]; readonly limit: number },
): Promise<CaseNo[]> {
  const rows = await executor.execute<{ case_no: CaseNo }>(sql`
    select case_no from cases
    where status <> 'closed' and calendar_version is distinct from ${version}
      and case_no <> all (${sql.param([...except])})
    order by case_no limit ${limit}`);
  return rows.map(({ case_no }) => case_no);
}

/** What the ledgers of some cases say of a published calendar. */
export interface RevisionOutcome {
  /** Open and still without it. */
  readonly behind: readonly CaseNo[];
  /** Cases of which it moved a date, in either direction. */
  readonly moved: number;
  /** Of those: cases whose date would be earlier by it. */
  readonly earlier: number;
}

/** How it went with some cases: the truth, however often they were told. */
export async function readRevisionOutcome(
  executor: Executor,
  { version, stepKey, caseNos }: { version: string; stepKey: string; caseNos: readonly CaseNo[] },
): Promise<RevisionOutcome> {
  const [row] = await executor.execute<{ behind: CaseNo[]; moved: number; earlier: number }>(sql`
    select
      (select coalesce(array_agg(case_no order by case_no), '{}') from cases
       where case_no = any (${sql.param([...caseNos])}) and status <> 'closed'
         and calendar_version is distinct from ${version}) as behind,
      (count(distinct case_no) filter (where calendar_due_at <> previous_due_at))::int as moved,
      (count(distinct case_no) filter (where calendar_due_at < previous_due_at))::int as earlier
    from (
      select case_no, (event ->> 'calendarDueAt')::timestamptz as calendar_due_at,
        (event ->> 'previousDueAt')::timestamptz as previous_due_at
      from ledger_events
      where case_no = any (${sql.param([...caseNos])}) and step_key = ${stepKey}
        and event ->> 'type' = 'clock_moved'
    ) moves`);
  return row ?? { behind: [], moved: 0, earlier: 0 };
}
