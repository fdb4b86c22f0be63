import { and, desc, eq, sql } from 'drizzle-orm';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { applications, cases, caseScopes } from '../schema/index.ts';
import { applicantIdHashes } from './applications.ts';
import type { CaseRow } from './cases.ts';

/** The cases of a person that a unit may see, newest first: by the hash of his number, which is stored nowhere plain. */
export async function listCasesOfApplicant(
  executor: Executor,
  {
    unitCode,
    idNumber,
    limit,
  }: { readonly unitCode: UnitCode; readonly idNumber: string; readonly limit: number },
): Promise<CaseRow[]> {
  const hashes = sql.param(applicantIdHashes(executor, idNumber));
  const rows = await executor
    .select({ row: cases })
    .from(applications)
    .innerJoin(caseScopes, and(eq(caseScopes.caseNo, applications.caseNo), eq(caseScopes.unitCode, unitCode)))
    .innerJoin(cases, eq(cases.caseNo, applications.caseNo))
    .where(sql`${applications.applicantIdHash} = any(${hashes})`)
    .orderBy(desc(cases.acceptedAt), desc(cases.caseNo))
    .limit(limit);
  return rows.map(({ row }) => row);
}
