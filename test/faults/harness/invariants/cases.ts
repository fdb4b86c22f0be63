import { caseWorkflowId } from '../../../../workflows/contract.ts';
import type { CaseNo } from '../../../../domain/certificate/numbers.ts';
import type { CourseEnd } from '../courses/course.ts';
import { courses } from '../courses.ts';
import type { Invariant } from './observed.ts';

/** What was accepted has its one case, each as far as it was played, and an open one a workflow that carries it. */
export const noCaseLost: Invariant = async ({ owner, client, sent, played }) => {
  const sql = owner.client;
  const rows = await sql<{ caseNo: CaseNo; status: string | null; outcome: string | null }[]>`
    select a.case_no as "caseNo", c.status, c.outcome from applications a left join cases c using (case_no)`;
  const cases = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.caseNo, row]));
  const lost: string[] = [];
  for (const { caseNo } of sent) {
    if (caseNo !== undefined && !cases.has(caseNo)) lost.push(`${caseNo} was answered and is not there`);
  }
  for (const { caseNo, status } of rows) {
    if (status === null) lost.push(`${caseNo} was stored and never begun`);
    else if (status !== 'closed' && !(await isCarried(client, caseNo)))
      lost.push(`${caseNo} is open and not carried`);
  }
  for (const { course, caseNo, failure } of played) {
    if (caseNo === undefined) {
      lost.push(`a case of “${course}” did not come to its end: ${String(failure)}`);
      continue;
    }
    const { status, outcome, recorded = {} }: CourseEnd = courses[course].end;
    const row = cases.get(caseNo);
    for (const [type, times] of Object.entries(recorded)) {
      const [found] = await sql<{ times: number }[]>`select count(*)::int as times from ledger_events
        where case_no = ${caseNo} and event ->> 'type' = ${type}`;
      if (found?.times !== times) lost.push(`${caseNo} (${course}) has ${type} ${found?.times} times`);
    }
    if (row?.status !== status || row.outcome !== outcome) {
      lost.push(`${caseNo} (${course}) is ${String(row?.status)} ${String(row?.outcome)}`);
    }
  }
  return lost;
};

async function isCarried(client: Parameters<Invariant>[0]['client'], caseNo: CaseNo): Promise<boolean> {
  const found = await client.workflow
    .getHandle(caseWorkflowId(caseNo))
    .describe()
    .catch(() => undefined);
  return found?.status.name === 'RUNNING';
}

/** Whoever sent an application once, however often he repeated it, has one case by it. */
export const noCaseDoubled: Invariant = async ({ owner, sent }) => {
  const sql = owner.client;
  const rows = await sql<{ caseNo: string; keys: number }[]>`
    select a.case_no as "caseNo", count(k.key)::int as keys
    from applications a left join idempotency_keys k using (case_no) group by a.case_no`;
  const doubled = rows
    .filter(({ keys }) => keys !== 1)
    .map(({ caseNo, keys }) => `${caseNo} has ${keys} keys`);
  if (rows.length > sent.length) doubled.push(`${rows.length} applications, ${sent.length} were sent`);
  for (const { idempotencyKey, caseNo } of sent) {
    const hashes = owner.keys.searchHashes('idempotency_keys.key', idempotencyKey);
    const [stored] = await sql<{ caseNo: string | null }[]>`
      select case_no as "caseNo" from idempotency_keys where key = any(${hashes})`;
    if (caseNo !== undefined && stored?.caseNo !== caseNo)
      doubled.push(`${caseNo} is not what its key leads to`);
  }
  return doubled;
};
