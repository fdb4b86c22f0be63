import { and, count, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ClockId } from '../../domain/clocks/clock-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { hasOpenComplaint } from '../schema/cases.ts';
import { cases, escalations } from '../schema/index.ts';

/** In how many cases a station has to act by the end of one of some clocks. */
export interface StationTask {
  readonly station: UnitCode;
  readonly dueToday: number;
  readonly overdue: number;
}

/** The stations for which clocks of some kinds run that end today or have ended. */
export async function readStationTasks(
  executor: Executor,
  {
    clocks,
    now,
    endOfDay,
  }: { readonly clocks: readonly ClockId[]; readonly now: Instant; readonly endOfDay: Instant },
): Promise<StationTask[]> {
  const rows = await executor.execute<StationTask & Record<string, unknown>>(sql`
    with running as (
      select c.case_no, k.clock ->> 'station' as station, (k.clock #>> '{deadline,dueAt}')::timestamptz as due_at
      from cases c, jsonb_path_query(c.state, '$.clocks.* ? (@.stoppedAt == null && @.station != null)') as k(clock)
      where c.status <> 'closed' and k.clock ->> 'clock' = any(${sql.param([...clocks])}::text[])
    )
    select station, (count(distinct case_no) filter (where due_at >= ${now}::timestamptz))::int as "dueToday",
      (count(distinct case_no) filter (where due_at < ${now}::timestamptz))::int as overdue
    from running where due_at < ${endOfDay}::timestamptz
    group by station order by station`);
  return [...rows];
}

/** How many replies each station owes, also where no calendar says until when. */
export async function readUnansweredEscalations(
  executor: Executor,
): Promise<{ station: UnitCode; count: number }[]> {
  const { station, settlement, replyClock } = escalations;
  return executor
    .select({ station: sql<UnitCode>`${station}`, count: count() })
    .from(escalations)
    .where(and(isNull(settlement), isNotNull(replyClock), isNotNull(station)))
    .groupBy(station);
}

/** How many complaints wait for an answer of each unit. */
export async function readOpenComplaints(
  executor: Executor,
): Promise<{ unitCode: UnitCode; count: number }[]> {
  const rows = await executor.execute<{ unitCode: UnitCode; count: number }>(sql`
    select complaint #>> '{addressee,unitCode}' as "unitCode", count(*)::int as count
    from cases, jsonb_path_query(${cases.state}, '$.complaints[*] ? (@.answeredAt == null)') as open(complaint)
    where ${hasOpenComplaint(cases)}
    group by 1 order by 1`);
  return [...rows];
}

/** Annex 2 filings that wait for a station. */
export interface FilingFigures {
  readonly unitCode: UnitCode;
  /** Issued here and not reported yet. */
  readonly due: number;
  /** Reported to here and not acknowledged yet. */
  readonly unacknowledged: number;
  /** Reported from here, and the other side has not acknowledged it. */
  readonly awaited: number;
}

/** Both sides of every open filing, laid against each other. */
export async function readFilingFigures(executor: Executor): Promise<FilingFigures[]> {
  const rows = await executor.execute<FilingFigures & Record<string, unknown>>(sql`
    select unit_code as "unitCode", sum(due)::int as due, sum(unacknowledged)::int as unacknowledged,
      sum(awaited)::int as awaited
    from (
      select accepting_station as unit_code, count(*) filter (where filing = 'due') as due,
        0 as unacknowledged, count(*) filter (where filing = 'sent') as awaited
      from cases where filing in ('due', 'sent') group by accepting_station
      union all
      select home_station, 0, count(*), 0 from cases where filing = 'sent' group by home_station
    ) sides
    group by unit_code order by unit_code`);
  return [...rows];
}
