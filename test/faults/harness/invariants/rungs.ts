import { systemClock } from '../../../../platform/clock.ts';
import type { CaseClock } from '../../../../domain/clocks/clock.ts';
import { addMs } from '../../../../domain/time/instant.ts';
import type { Invariant } from './observed.ts';

// A timer of Temporal's may come so much later on a machine that is busy.
const graceMs = 60_000;

/** Every rung whose instant came while its clock ran stands in the ledger. */
export const noRungLost: Invariant = async ({ owner }) => {
  const rows = await owner.client<{ caseNo: string; clocks: Record<string, CaseClock>; fired: string[] }[]>`
    select c.case_no as "caseNo", c.state -> 'clocks' as clocks,
      coalesce((select array_agg(concat_ws('/', e.event ->> 'clockKey', e.event ->> 'rung')) from ledger_events e
        where e.case_no = c.case_no and e.event ->> 'type' = 'rung_fired'), '{}') as fired
    from cases c`;
  const duePast = addMs(systemClock.now(), -graceMs);
  return rows.flatMap(({ caseNo, clocks, fired }) =>
    Object.values(clocks).flatMap(({ key, ladder, stoppedAt }) =>
      ladder
        .filter(({ at }) => at < (stoppedAt ?? duePast))
        .map(({ rung }) => `${key}/${rung}`)
        .filter((rung) => !fired.includes(rung))
        .map((rung) => `${caseNo} lacks ${rung}`),
    ),
  );
};

/** None fired twice, and each has one row among the escalations. */
export const noRungDoubled: Invariant = async ({ owner }) => {
  const rows = await owner.client<{ found: string }[]>`
    with fired as (select case_no, event ->> 'clockKey' || '/' || (event ->> 'rung') as rung, count(*) as times
      from ledger_events where event ->> 'type' = 'rung_fired' group by 1, 2)
    select case_no || ' ' || rung || ' fired ' || times || ' times' as found from fired where times > 1
    union all
    select coalesce(f.case_no, e.case_no) || ' ' || coalesce(rung_key, f.rung) || ' is not in both'
    from fired f full join escalations e on e.case_no = f.case_no and e.rung_key = f.rung
    where e.rung_key is null or f.rung is null`;
  return rows.map(({ found }) => found);
};
