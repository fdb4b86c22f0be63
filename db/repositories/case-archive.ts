import { asc, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import {
  actRecords,
  applications,
  attachments,
  certificates,
  ledgerEvents,
  notices,
  papers,
  registerQueries,
} from '../schema/index.ts';

/** Everything that is kept about a case, contents included. */
export type CaseArchive = Awaited<ReturnType<typeof readCaseArchive>>;

/** Reads the whole file of a case; the rows are those that the executor may see. */
export async function readCaseArchive(executor: Executor, caseNo: CaseNo) {
  const [application] = await executor.select().from(applications).where(eq(applications.caseNo, caseNo));
  return {
    caseNo,
    application,
    ledger: await executor
      .select()
      .from(ledgerEvents)
      .where(eq(ledgerEvents.caseNo, caseNo))
      .orderBy(asc(ledgerEvents.seq)),
    acts: await executor
      .select()
      .from(actRecords)
      .where(eq(actRecords.caseNo, caseNo))
      .orderBy(asc(actRecords.submittedAt), asc(actRecords.commandId)),
    notices: await executor.select().from(notices).where(eq(notices.caseNo, caseNo)).orderBy(asc(notices.id)),
    registerQueries: await executor
      .select()
      .from(registerQueries)
      .where(eq(registerQueries.caseNo, caseNo))
      .orderBy(asc(registerQueries.askedAt), asc(registerQueries.reference)),
    attachments: await executor
      .select()
      .from(attachments)
      .where(eq(attachments.caseNo, caseNo))
      .orderBy(asc(attachments.position)),
    certificates: await executor
      .select()
      .from(certificates)
      .where(eq(certificates.caseNo, caseNo))
      .orderBy(asc(certificates.n)),
    papers: await executor
      .select()
      .from(papers)
      .where(eq(papers.caseNo, caseNo))
      .orderBy(asc(papers.seq), asc(papers.paper)),
  };
}
