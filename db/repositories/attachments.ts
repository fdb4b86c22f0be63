import { and, asc, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { attachmentChunks, attachments } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';
import { strikeOutStrays } from './stray-blobs.ts';

export type Attachment = Opened<typeof attachments.$inferSelect>;

/** With its bytes, as it is added. */
export type NewAttachment = Attachment & { readonly content: Uint8Array };

/** Of a piece of an attachment: as much as a slow reader keeps in memory. */
export const chunkBytes = 1024 * 1024;

/** In how many pieces so many bytes are stored, wherever that is. */
export function piecesOf(sizeBytes: number): number {
  return Math.ceil(sizeBytes / chunkBytes);
}

/** The pieces themselves. */
export function chunksOf(content: Uint8Array): Uint8Array[] {
  return Array.from({ length: piecesOf(content.byteLength) }, (_, n) =>
    content.subarray(n * chunkBytes, (n + 1) * chunkBytes),
  );
}

/** Adds papers; the bytes of those that the object store keeps are there by now (`db/attachment-files.ts`). */
export async function addAttachments(executor: Executor, papers: readonly NewAttachment[]): Promise<void> {
  if (papers.length === 0) return;
  const rows = papers.map((paper) => sealRow(executor, attachments, withoutContent(paper)));
  await executor.insert(attachments).values(rows);
  const elsewhere = papers.filter(({ keptIn }) => keptIn === 'object_store');
  await strikeOutStrays(
    executor,
    elsewhere.map(({ id }) => id),
  );
  for (const { id, keptIn, content } of papers) {
    if (keptIn !== 'database') continue;
    const chunks = chunksOf(content).map((chunk, n) =>
      sealRow(executor, attachmentChunks, { attachmentId: id, n, content: chunk }),
    );
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
export async function listAttachments(executor: Executor, caseNo: CaseNo): Promise<Attachment[]> {
  const rows = await executor
    .select()
    .from(attachments)
    .where(eq(attachments.caseNo, caseNo))
    .orderBy(asc(attachments.position));
  return openRows(executor, attachments, rows);
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
  return paper && openRow(executor, attachments, paper);
}

/** A piece of an attachment that the database keeps, counted from nought. */
export async function findAttachmentChunk(
  executor: Executor,
  attachmentId: string,
  n: number,
): Promise<Uint8Array | undefined> {
  const [chunk] = await executor
    .select()
    .from(attachmentChunks)
    .where(and(eq(attachmentChunks.attachmentId, attachmentId), eq(attachmentChunks.n, n)));
  return chunk && openRow(executor, attachmentChunks, chunk).content;
}
