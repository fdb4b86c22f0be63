import { and, eq, sql } from 'drizzle-orm';
import type { ActContent } from '../../domain/case/act-content.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { actRecords, applications, cases } from '../schema/index.ts';
import { openRow } from '../sealed-rows.ts';
import type { StoredApplication } from './applications.ts';
import type { Attachment } from './attachments.ts';
import { listAttachments } from './attachments.ts';
import type { CaseRow } from './cases.ts';

/** All that stands about one case beside its ledger, without the contents of its papers. */
export interface Dossier {
  readonly application: StoredApplication;
  readonly papers: readonly Attachment[];
  /** Null while the workflow has not begun. */
  readonly row: CaseRow | null;
  /** The words of the answer that the case now has. */
  readonly answer: Extract<ActContent, { act: 'answer' }> | null;
}

/** Reads it in two queries: every act answers with it. */
export async function findDossier(executor: Executor, caseNo: CaseNo): Promise<Dossier | undefined> {
  const [found] = await executor
    .select({
      application: applications,
      row: cases,
      said: { commandId: actRecords.commandId, content: actRecords.content },
    })
    .from(applications)
    .leftJoin(cases, eq(cases.caseNo, applications.caseNo))
    // By the case too: by the id of its answer alone the plan that was kept from empty tables read every act (5.6 ms).
    .leftJoin(
      actRecords,
      and(
        eq(actRecords.caseNo, applications.caseNo),
        eq(actRecords.commandId, sql`${cases.state} -> 'answer' ->> 'answerId'`),
      ),
    )
    .where(eq(applications.caseNo, caseNo));
  if (found === undefined) return undefined;
  const { row, said } = found;
  const application = openRow(executor, applications, found.application);
  const answer = said && openRow(executor, actRecords, said).content;
  const papers = await listAttachments(executor, caseNo);
  return { application, row, papers, answer: answer?.act === 'answer' ? answer : null };
}

/** @throws {Error} when nothing is stored under the number. */
export async function getDossier(executor: Executor, caseNo: CaseNo): Promise<Dossier> {
  const dossier = await findDossier(executor, caseNo);
  if (dossier === undefined) throw new Error('nothing is stored under this case number');
  return dossier;
}
