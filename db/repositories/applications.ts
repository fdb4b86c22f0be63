import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Application } from '../../domain/application/application.ts';
import type { AcceptCommand } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import type { Executor } from '../database.ts';
import { applications, cases } from '../schema/index.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

/** The application with the officer's verdict that it goes on beside an open case of the same matter (E8). */
export type SubmittedApplication = Application & { readonly openCaseVerdict?: { readonly reason: string } };

/** An application as accepted: names and numbers normalised by the rules. */
export interface StoredApplication {
  readonly caseNo: CaseNo;
  readonly submittedAt: Instant;
  readonly acceptance: AcceptCommand;
  readonly personal: SubmittedApplication;
}

/** What the hashes of applicants' ID numbers are made for; a changed word finds nothing any more. */
export const applicantIdSubject = 'applications.applicant_id_number';

/** By what an applicant's cases are found in {@link applications}, whichever key they were stored with. */
export function applicantIdHashes({ keys }: Pick<Executor, 'keys'>, idNumber: string): SearchHash[] {
  return keys.searchHashes(applicantIdSubject, idNumber);
}

/** The one place through which the applicant's personal data pass to and from Postgres. */
export async function addApplication(executor: Executor, application: StoredApplication): Promise<void> {
  const { applicant } = application.personal;
  const { acceptingStation, homeStation, matters } = application.acceptance;
  const row = {
    ...application,
    acceptingStation,
    homeStation,
    matters: [...matters],
    applicantName: applicant.name,
    applicantIdNumber: applicant.idNumber,
    applicantIdHash: executor.keys.searchHash(applicantIdSubject, applicant.idNumber),
  };
  await executor.insert(applications).values(sealRow(executor, applications, row));
}

/** Names of many applicants at once, for lists. */
export async function listApplicants(
  executor: Executor,
  caseNos: readonly CaseNo[],
): Promise<Map<CaseNo, { name: string; idNumber: string }>> {
  if (caseNos.length === 0) return new Map();
  const rows = await executor
    .select({
      caseNo: applications.caseNo,
      applicantName: applications.applicantName,
      applicantIdNumber: applications.applicantIdNumber,
    })
    .from(applications)
    .where(sql`${applications.caseNo} = any(${sql.param([...caseNos])})`);
  return new Map(
    openRows(executor, applications, rows).map(({ caseNo, applicantName, applicantIdNumber }) => [
      caseNo,
      { name: applicantName, idNumber: applicantIdNumber },
    ]),
  );
}

/** Where the applicant of a case is called and gets short messages. */
export async function findApplicantTelephone(
  executor: Executor,
  caseNo: CaseNo,
): Promise<string | undefined> {
  const [row] = await executor
    .select({ caseNo: applications.caseNo, personal: applications.personal })
    .from(applications)
    .where(eq(applications.caseNo, caseNo));
  return row && openRow(executor, applications, row).personal.applicant.telephone;
}

/** Lets one submission of a person at a time look for his open cases and add its own (E8), until the transaction ends. */
export async function lockApplicant(executor: Executor, idNumber: string): Promise<void> {
  // Under every key, in one order: two processes whose rings differ while keys change still have one in common.
  for (const hash of applicantIdHashes(executor, idNumber).toSorted()) {
    await executor.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 1))`);
  }
}

/** Open cases of a person for any of the matters, at whatever station (E8). */
export async function listOpenCasesOfApplicant(
  executor: Executor,
  idNumber: string,
  matters: readonly string[],
): Promise<CaseNo[]> {
  const rows = await executor.execute<{ case_no: CaseNo }>(
    sql`select case_no from open_cases_of_applicant(
      ${sql.param(applicantIdHashes(executor, idNumber))}, ${sql.param([...matters])})`,
  );
  return rows.map((row) => row.case_no);
}

/** Those of some applications that the scope shows. */
export async function listApplicationsInScope(
  executor: Executor,
  caseNos: readonly CaseNo[],
): Promise<CaseNo[]> {
  if (caseNos.length === 0) return [];
  const rows = await executor
    .select({ caseNo: applications.caseNo })
    .from(applications)
    .where(sql`${applications.caseNo} = any(${sql.param([...caseNos])})`);
  return rows.map(({ caseNo }) => caseNo);
}

/** Where a page of applications ended. */
export type ApplicationPosition = Pick<StoredApplication, 'submittedAt' | 'caseNo'>;

/** An application that is no case yet. */
export type Unstarted = ApplicationPosition & Pick<StoredApplication, 'acceptance'>;

/**
 * Applications of before an instant that never became a case, oldest first: what a crash left unstarted. Those behind a
 * position, or all.
 */
export async function listUnstarted(
  executor: Executor,
  {
    before,
    after,
    limit,
  }: { readonly before: Instant; readonly after: ApplicationPosition | null; readonly limit: number },
): Promise<Unstarted[]> {
  const { caseNo, submittedAt, acceptance } = applications;
  return executor
    .select({ caseNo, submittedAt, acceptance })
    .from(applications)
    .leftJoin(cases, eq(cases.caseNo, caseNo))
    .where(
      and(
        isNull(cases.caseNo),
        lt(submittedAt, before),
        after === null
          ? undefined
          : sql`(${submittedAt}, ${caseNo}) > (${after.submittedAt}::timestamptz, ${after.caseNo})`,
      ),
    )
    .orderBy(asc(submittedAt), asc(caseNo))
    .limit(limit);
}

/** The command that begins a case, which stands with its application. */
export async function findAcceptance(executor: Executor, caseNo: CaseNo): Promise<AcceptCommand | undefined> {
  const [row] = await executor
    .select({ acceptance: applications.acceptance })
    .from(applications)
    .where(eq(applications.caseNo, caseNo));
  return row?.acceptance;
}
