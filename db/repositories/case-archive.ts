import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import {
  actRecords,
  applications,
  attachments,
  certificates,
  dossierFiles,
  filings,
  ledgerEvents,
  notices,
  papers,
  registerQueries,
} from '../schema/index.ts';
import { openRow, openRows } from '../sealed-rows.ts';
import { wasTaken } from './act-records.ts';
import { findCase } from './cases.ts';
import { listFaxAttemptsOfCase } from './fax-attempts.ts';
import { listTransmissions } from './transmissions.ts';

/** Everything that is kept about a case, contents included but for the attachments, which are read one by one. */
export type CaseArchive = Awaited<ReturnType<typeof readCaseArchive>>;

/** Reads the whole file of a case; the rows are those that the executor may see. */
export async function readCaseArchive(executor: Executor, caseNo: CaseNo) {
  const [stored] = await executor.select().from(applications).where(eq(applications.caseNo, caseNo));
  // What fax machines were sent is the same pages in two colours.
  const { faxTiff: _faxTiff, ...dossierColumns } = getTableColumns(dossierFiles);
  return {
    caseNo,
    application: stored && openRow(executor, applications, stored),
    state: (await findCase(executor, caseNo))?.state,
    ledger: await executor
      .select()
      .from(ledgerEvents)
      .where(eq(ledgerEvents.caseNo, caseNo))
      .orderBy(asc(ledgerEvents.seq)),
    acts: openRows(
      executor,
      actRecords,
      await executor
        .select()
        .from(actRecords)
        .where(and(eq(actRecords.caseNo, caseNo), wasTaken(executor, caseNo)))
        .orderBy(asc(actRecords.submittedAt), asc(actRecords.commandId)),
    ),
    notices: await executor.select().from(notices).where(eq(notices.caseNo, caseNo)).orderBy(asc(notices.id)),
    registerQueries: openRows(
      executor,
      registerQueries,
      await executor
        .select()
        .from(registerQueries)
        .where(eq(registerQueries.caseNo, caseNo))
        .orderBy(asc(registerQueries.askedAt), asc(registerQueries.reference)),
    ),
    transmissions: await listTransmissions(executor, caseNo),
    faxAttempts: await listFaxAttemptsOfCase(executor, caseNo),
    filings: await executor.select().from(filings).where(eq(filings.caseNo, caseNo)).orderBy(asc(filings.n)),
    dossiers: openRows(
      executor,
      dossierFiles,
      await executor
        .select(dossierColumns)
        .from(dossierFiles)
        .where(eq(dossierFiles.caseNo, caseNo))
        .orderBy(asc(dossierFiles.n), asc(dossierFiles.channel), asc(dossierFiles.edition)),
    ),
    attachments: openRows(
      executor,
      attachments,
      await executor
        .select()
        .from(attachments)
        .where(eq(attachments.caseNo, caseNo))
        .orderBy(asc(attachments.position)),
    ),
    certificates: openRows(
      executor,
      certificates,
      await executor
        .select()
        .from(certificates)
        .where(eq(certificates.caseNo, caseNo))
        .orderBy(asc(certificates.n)),
    ),
    papers: openRows(
      executor,
      papers,
      await executor
        .select()
        .from(papers)
        .where(eq(papers.caseNo, caseNo))
        .orderBy(asc(papers.seq), asc(papers.paper)),
    ),
  };
}
