import { eq, sql } from 'drizzle-orm';
import { anonymised, removed } from '../../domain/application/anonymised.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { hasOpenComplaint } from '../schema/cases.ts';
import { applications } from '../schema/index.ts';
import { openRow, sealChange } from '../sealed-rows.ts';

/** Cases that were closed before an instant, still have personal data, are not held and leave no complaint unanswered. */
export async function listExpiredCases(
  executor: Executor,
  before: Instant,
  limit: number,
): Promise<CaseNo[]> {
  const rows = await executor.execute<{ case_no: CaseNo }>(sql`
    select c.case_no
    from cases c
    where c.status = 'closed' and c.closed_at < ${before}::timestamptz and c.anonymised_at is null
      and not exists (select 1 from legal_holds h where h.case_no = c.case_no)
      and not ${hasOpenComplaint({ state: sql`c.state` })}
    order by c.closed_at limit ${limit}`);
  return rows.map(({ case_no }) => case_no);
}

/**
 * Takes the personal data out of a closed case; its ledger and its figures stay. Postgres itself refuses it for a case
 * that is open or held.
 */
export async function anonymiseCase(executor: Executor, caseNo: CaseNo, at: Instant): Promise<void> {
  const [stored] = await executor
    .select({ caseNo: applications.caseNo, personal: applications.personal })
    .from(applications)
    .where(eq(applications.caseNo, caseNo));
  if (stored === undefined) return;
  const { personal, applicantName, applicantIdNumber } = sealChange(executor, applications, stored, {
    personal: anonymised(openRow(executor, applications, stored).personal),
    applicantName: removed,
    applicantIdNumber: removed,
  });
  await executor.execute(
    sql`select anonymise_case(${caseNo}, ${personal}, ${applicantName}, ${applicantIdNumber}, ${at}::timestamptz)`,
  );
}
