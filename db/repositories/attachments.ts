import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { attachments } from '../schema/index.ts';

export type Attachment = typeof attachments.$inferSelect;

export type AttachmentSummary = Omit<Attachment, 'content'>;

export async function addAttachments(executor: Executor, papers: readonly Attachment[]): Promise<void> {
  if (papers.length > 0) await executor.insert(attachments).values([...papers]);
}

/**
 * Appends papers to a dossier and returns, for each in its order, the paper that now stands there: one that was there
 * already, by its digest, is not kept twice. Called under the case's lock, so that no two papers take one place.
 */
export async function appendAttachments(
  executor: Executor,
  caseNo: CaseNo,
  papers: readonly Omit<Attachment, 'caseNo' | 'position'>[],
): Promise<AttachmentSummary[]> {
  const there = await listAttachments(executor, caseNo);
  const known = new Set(there.map(({ sha256 }) => sha256));
  const first = (there.at(-1)?.position ?? -1) + 1;
  const added = [...new Map(papers.map((paper) => [paper.sha256, paper])).values()]
    .filter(({ sha256 }) => !known.has(sha256))
    .map((paper, index) => ({ ...paper, caseNo, position: first + index }));
  await addAttachments(executor, added);
  return findByDigests(
    [...there, ...added],
    papers.map(({ sha256 }) => sha256),
  );
}

function findByDigests(
  papers: readonly AttachmentSummary[],
  digests: readonly string[],
): AttachmentSummary[] {
  return digests.flatMap((digest) => papers.find(({ sha256 }) => sha256 === digest) ?? []);
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
