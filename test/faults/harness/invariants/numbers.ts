import { courses } from '../courses.ts';
import type { Invariant } from './observed.ts';

/** Each asking has one certificate, and the ledger knows every one. */
export const noCertificateDoubled: Invariant = async ({ owner, played }) => {
  const sql = owner.client;
  const rows = await sql<{ caseNo: string; kept: number; recorded: number }[]>`
    select c.case_no as "caseNo",
      (select count(*)::int from certificates t where t.case_no = c.case_no) as kept,
      (select count(*)::int from ledger_events e where e.case_no = c.case_no
        and e.event ->> 'type' = 'certificate_issued') as recorded
    from cases c`;
  const wrong = rows
    .filter(({ kept, recorded }) => kept !== recorded)
    .map(({ caseNo, kept, recorded }) => `${caseNo} has ${kept} certificates and ${recorded} in its ledger`);
  const keptOf = new Map(rows.map(({ caseNo, kept }) => [caseNo, kept]));
  for (const { course, caseNo } of played) {
    const kept = keptOf.get(caseNo ?? '');
    if (kept !== undefined && kept !== courses[course].end.certificates) {
      wrong.push(`${String(caseNo)} (${course}) has ${kept} certificates`);
    }
  }
  return wrong;
};

/** Cases, certificates and rejections draw from one sequence: none of its numbers stands twice, none is to come again. */
export const noNumberReused: Invariant = async ({ owner }) => {
  const rows = await owner.client<{ found: string }[]>`
    with given as (select case_no as no from applications union all select certificate_no from certificates
      union all select no from rejections)
    select left(no, 25) || ' is given twice' as found from given group by left(no, 25) having count(*) > 1
    union all
    select g.no || ' is still to be given' from given g
    left join number_sequences s on s.unit_code = left(g.no, 12)
      and to_char(s.local_date, 'YYYYMMDD') = substr(g.no, 13, 8)
    where s.last is null or substr(g.no, 21, 5)::int > s.last`;
  return rows.map(({ found }) => found);
};
