import { sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time/instant.ts';
import { otherOverdueRungs } from '../../domain/escalation/rung.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';

/** What a unit's cases look like this morning. */
export interface UnitFigures {
  readonly unitCode: UnitCode;
  readonly dueToday: number;
  readonly overdue: number;
  /** Cases of which another term than the 5 days has passed: transmission, receipt, assignment, issue, filing. */
  readonly otherOverdue: number;
  readonly unansweredEscalations: number;
}

/** The figures of every unit that has something to look at: of its own cases and of those below it. */
export async function readUnitFigures(
  executor: Executor,
  { now, endOfDay }: { readonly now: Instant; readonly endOfDay: Instant },
): Promise<UnitFigures[]> {
  const rows = await executor.execute<UnitFigures & Record<string, unknown>>(sql`
    with waiting as (
      select s.unit_code,
        count(*) filter (where s.due_at >= ${now}::timestamptz and s.due_at < ${endOfDay}::timestamptz) as due_today,
        count(*) filter (where s.due_at < ${now}::timestamptz) as overdue
      from case_scopes s
      where s.status in ('in_transit', 'verifying') and s.due_at < ${endOfDay}::timestamptz
      group by s.unit_code
    ), unsettled as (
      select s.unit_code, count(*) filter (where e.reply_clock is not null) as escalations,
        count(distinct e.case_no) filter (where e.rung = any(${sql.param([...otherOverdueRungs])}::text[])) as other_overdue
      from escalations e join case_scopes s on s.case_no = e.case_no
      where e.settlement is null
      group by s.unit_code
    )
    select coalesce(w.unit_code, u.unit_code) as "unitCode", coalesce(w.due_today, 0)::int as "dueToday",
      coalesce(w.overdue, 0)::int as overdue, coalesce(u.other_overdue, 0)::int as "otherOverdue",
      coalesce(u.escalations, 0)::int as "unansweredEscalations"
    from waiting w full join unsettled u on u.unit_code = w.unit_code
    order by 1`);
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
