import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { addMs } from '../domain/time/instant.ts';
import type { BlobStore } from '../platform/blobs/store.ts';
import { BlobMissingError } from '../platform/blobs/store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Executor } from './database.ts';
import type { Attachment, NewAttachment } from './repositories/attachments.ts';
import { chunksOf, findAttachmentChunk } from './repositories/attachments.ts';
import {
  forgetStrays,
  lockRemovableStrays,
  lockStrays,
  noteStrays,
  type StrayBlob,
} from './repositories/stray-blobs.ts';
import type { KeptIn } from './schema/attachments.ts';

/** Runs a query where it may see what it asks for: in a scope of the API, or as the worker. */
export type Asking = <Answer>(query: (executor: Executor) => Promise<Answer>) => Promise<Answer>;

/** The bytes of attachments, wherever they are kept. */
export interface AttachmentFiles {
  /** Where new ones are kept. Old ones stay where they are. */
  readonly keptIn: KeptIn;
  /**
   * Runs the transaction that adds attachments, with their bytes where it cannot bring them itself. What it did not add
   * is removed again.
   */
  whileStored<Result>(
    papers: readonly Pick<NewAttachment, 'id' | 'keptIn' | 'content'>[],
    add: () => Promise<Result>,
  ): Promise<Result>;
  /** The bytes, a piece at a time. @throws {AttachmentDamagedError} at the end, when they are not what was kept. */
  read(attachment: Attachment, ask: Asking): AsyncGenerator<Uint8Array>;
  /** Removes from the object store what no attachment names; answers of how many. */
  removeStrays(): Promise<number>;
}

export interface AttachmentFilesDeps {
  readonly database: Database;
  /** Left out: attachments are kept in the database. */
  readonly store?: BlobStore | undefined;
  readonly clock: Clock;
}

/** What was read is not what was kept: its digest is another. */
export class AttachmentDamagedError extends Error {
  override readonly name = 'AttachmentDamagedError';
}

// Longer than any request takes to add what it has put into the store.
export const strayAgeMs = 60 * 60_000;
const batchSize = 100;
const chunksAtOnce = 4;

export function createAttachmentFiles({ database, store, clock }: AttachmentFilesDeps): AttachmentFiles {
  const lane = pLimit(chunksAtOnce);

  async function put(papers: readonly Pick<NewAttachment, 'id' | 'content'>[]): Promise<void> {
    const there = requireStore(store);
    const removableAt = addMs(clock.now(), strayAgeMs);
    const chunked = papers.map(({ id, content }) => ({ id, chunks: chunksOf(content) }));
    const strays = chunked.map(({ id, chunks }) => ({ id, chunks: chunks.length, removableAt }));
    await noteStrays(database, strays);
    const puts = chunked.flatMap(({ id, chunks }) =>
      chunks.map((chunk, n) => lane(() => there.put(keyOf(id, n), chunk))),
    );
    for (const outcome of await Promise.allSettled(puts))
      if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** Objects first: what is forgotten is never found again. */
  function remove(lock: (executor: Executor) => Promise<StrayBlob[]>): Promise<number> {
    return database.transaction(async (executor) => {
      const strays = await lock(executor);
      if (strays.length === 0) return 0;
      const there = requireStore(store);
      const keys = strays.flatMap(({ id, chunks }) => blobKeysOf(id, chunks));
      await Promise.all(keys.map((key) => lane(() => there.delete(key))));
      await forgetStrays(
        executor,
        strays.map(({ id }) => id),
      );
      return strays.length;
    });
  }

  async function readChunk({ id, keptIn }: Attachment, n: number, ask: Asking): Promise<Uint8Array> {
    if (keptIn === 'object_store') return requireStore(store).get(keyOf(id, n));
    const chunk = await ask((executor) => findAttachmentChunk(executor, id, n));
    if (chunk === undefined) throw new BlobMissingError('a piece of an attachment is missing');
    return chunk;
  }

  return {
    keptIn: store === undefined ? 'database' : 'object_store',

    async whileStored(papers, add) {
      const outside = papers.filter(({ keptIn }) => keptIn === 'object_store');
      if (outside.length === 0) return add();
      const ids = outside.map(({ id }) => id);
      try {
        await put(outside);
        return await add();
      } finally {
        // What cannot be removed now is left to the sweep.
        await remove((executor) => lockStrays(executor, ids)).catch(() => 0);
      }
    },

    async *read(attachment, ask) {
      const hash = createHash('sha256');
      let readBytes = 0;
      for (let n = 0; readBytes < attachment.sizeBytes; n += 1) {
        const chunk = await readChunk(attachment, n, ask);
        hash.update(chunk);
        readBytes += chunk.byteLength;
        yield chunk;
      }
      if (hash.digest('hex') !== attachment.sha256)
        throw new AttachmentDamagedError('an attachment is damaged');
    },

    async removeStrays() {
      let removed = 0;
      for (;;) {
        const count = await remove((executor) => lockRemovableStrays(executor, clock.now(), batchSize));
        removed += count;
        if (count < batchSize) return removed;
      }
    },
  };
}

/** All of an attachment at once, for whoever cannot do with less. */
export async function readWhole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}

/** What the pieces of an attachment stand under in the object store. */
export function blobKeysOf(id: string, pieces: number): string[] {
  return Array.from({ length: pieces }, (_, n) => keyOf(id, n));
}

function keyOf(id: string, n: number): string {
  return `attachments/${id}/${n}`;
}

function requireStore(store: BlobStore | undefined): BlobStore {
  if (store === undefined)
    throw new Error('attachments stand in an object store, and the settings name none');
  return store;
}
