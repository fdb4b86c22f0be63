import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { attachments } from '../schema/index.ts';

export type Attachment = typeof attachments.$inferSelect;

export type AttachmentSummary = Omit<Attachment, 'content'>;

export async function addAttachments(executor: Executor, papers: readonly Attachment[]): Promise<void> {
  if (papers.length > 0) await executor.insert(attachments).values([...papers]);
}

/** The papers of a dossier in their order, without their contents. */
export function listAttachments(executor: Executor, caseNo: CaseNo): Promise<AttachmentSummary[]> {
  const { content, ...summary } = getTableColumns(attachments);
  return executor
    .select(summary)
    .from(attachments)
    .where(eq(attachments.caseNo, caseNo))
    .orderBy(asc(attachments.position));
}

export async function findAttachment(
  executor: Executor,
  caseNo: CaseNo,
  id: string,
): Promise<Attachment | undefined> {
  const [paper] = await executor
    .select()
    .from(attachments)
    .where(and(eq(attachments.caseNo, caseNo), eq(attachments.id, id)));
  return paper;
}
