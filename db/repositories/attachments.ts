import { and, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { attachments } from '../schema/index.ts';

export type Attachment = typeof attachments.$inferSelect;

export type AttachmentSummary = Omit<Attachment, 'content'>;

export async function addAttachments(executor: Executor, papers: readonly Attachment[]): Promise<void> {
  if (papers.length > 0) await executor.insert(attachments).values([...papers]);
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
