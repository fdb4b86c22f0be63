import { sql } from 'drizzle-orm';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';

export interface UnansweredCall {
  readonly unitCode: UnitCode;
  readonly calledOn: PlainDate;
}

/** Calls to some stations that nobody answered since a day, in any case: where and when, and nothing of the case. */
export async function listUnansweredCalls(
  executor: Executor,
  units: readonly UnitCode[],
  since: PlainDate,
): Promise<UnansweredCall[]> {
  const rows = await executor.execute<{ unit_code: UnitCode; called_on: PlainDate }>(sql`
    select unit_code, to_char(called_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as called_on
    from calls_not_answered(${sql.param([...units])}, ${`${since}T00:00:00+08:00`}::timestamptz)`);
  return rows.map((row) => ({ unitCode: row.unit_code, calledOn: row.called_on }));
}
