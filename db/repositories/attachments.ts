import { and, asc, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { attachmentChunks, attachments } from '../schema/index.ts';
import { strikeOutStrays } from './stray-blobs.ts';

export type Attachment = typeof attachments.$inferSelect;

/** With its bytes, as it is added. */
export type NewAttachment = Attachment & { readonly content: Uint8Array };

/** Of a piece of an attachment: as much as a slow reader keeps in memory. */
export const chunkBytes = 1024 * 1024;

/** The pieces in which an attachment is stored, wherever that is. */
export function chunksOf(content: Uint8Array): Uint8Array[] {
  const count = Math.ceil(content.byteLength / chunkBytes);
  return Array.from({ length: count }, (_, n) => content.subarray(n * chunkBytes, (n + 1) * chunkBytes));
}

/** Adds papers; the bytes of those that the object store keeps are there by now (`db/attachment-files.ts`). */
export async function addAttachments(executor: Executor, papers: readonly NewAttachment[]): Promise<void> {
  if (papers.length === 0) return;
  await executor.insert(attachments).values(papers.map(withoutContent));
  const elsewhere = papers.filter(({ keptIn }) => keptIn === 'object_store');
  await strikeOutStrays(
    executor,
    elsewhere.map(({ id }) => id),
  );
  for (const { id, keptIn, content } of papers) {
    if (keptIn !== 'database') continue;
    const chunks = chunksOf(content).map((chunk, n) => ({ attachmentId: id, n, content: chunk }));
    await executor.insert(attachmentChunks).values(chunks);
  }
}

/**
 * Appends papers to a dossier and returns, for each in its order, the paper that now stands there: one that was there
 * already, by its digest, is not kept twice. Called under the case's lock, so that no two papers take one place.
 */
export async function appendAttachments(
  executor: Executor,
  caseNo: CaseNo,
  papers: readonly Omit<NewAttachment, 'caseNo' | 'position'>[],
): Promise<Attachment[]> {
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

function findByDigests(papers: readonly Attachment[], digests: readonly string[]): Attachment[] {
  return digests.flatMap((digest) => papers.find(({ sha256 }) => sha256 === digest) ?? []);
}

function withoutContent({ content: _content, ...attachment }: NewAttachment): Attachment {
  return attachment;
}

/** The papers of a dossier in their order. */
export function listAttachments(executor: Executor, caseNo: CaseNo): Promise<Attachment[]> {
  return executor
    .select()
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

/** A piece of an attachment that the database keeps, counted from nought. */
export async function findAttachmentChunk(
  executor: Executor,
  attachmentId: string,
  n: number,
): Promise<Uint8Array | undefined> {
  const [chunk] = await executor
    .select({ content: attachmentChunks.content })
    .from(attachmentChunks)
    .where(and(eq(attachmentChunks.attachmentId, attachmentId), eq(attachmentChunks.n, n)));
  return chunk?.content;
}
