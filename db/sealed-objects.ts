import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import pLimit from 'p-limit';
import type { SealedStore } from '../platform/blobs/store.ts';
import { BlobMissingError } from '../platform/blobs/store.ts';
import type { KeyId } from '../platform/key-ring.ts';
import { blobKeysOf } from './attachment-files.ts';
import type { Executor } from './database.ts';
import type { KeyUse } from './key-rotation.ts';
import { piecesOf } from './repositories/attachments.ts';
import { attachments, strayBlobs } from './schema/index.ts';

/** Pieces of attachments are in a store that the settings do not name: nobody can say which keys they need. */
export class NoAttachmentStoreError extends Error {
  override readonly name = 'NoAttachmentStoreError';
  constructor() {
    super('有附件存放在对象存储中，而现有设置没有指明对象存储：请设置 TONGBAN_S3_URL 等各项后再运行。');
  }
}

/** An attachment in the store, and how many objects it was put there in. */
interface StoredFile {
  readonly id: string;
  readonly pieces: number;
}

const batchSize = 25;
const objectsAtOnce = 8;
const lane = pLimit(objectsAtOnce);
// Retention waits no longer for one than these take together.
const filesAtOnce = 8;

/**
 * Which keys the objects need. What is being put there, or waits to be removed, counts as well, and is looked for first:
 * an upload that ends meanwhile is among the attachments.
 */
export async function listObjectKeyUse(
  executor: Executor,
  store: SealedStore | undefined,
): Promise<KeyUse[]> {
  const counts = new Map<KeyId, number>();
  const seen = new Set<string>();
  const count = async (files: readonly StoredFile[]) => {
    const found = await objectsOf(
      store,
      files.filter(({ id }) => !seen.has(id)),
    );
    for (const { sealedWith } of found.flatMap(({ objects }) => objects)) {
      counts.set(sealedWith, (counts.get(sealedWith) ?? 0) + 1);
    }
  };
  const strays = await executor.select({ id: strayBlobs.id, pieces: strayBlobs.chunks }).from(strayBlobs);
  await count(strays);
  for (const { id } of strays) seen.add(id);
  for await (const batch of batchesOf(executor)) await count(batch);
  return [...counts].map(([key, values]) => ({
    ...{ purpose: 'encryption', kept: 'turned', place: '对象存储' },
    ...{ key, values },
  }));
}

/**
 * Seals every object anew that does not use the primary key, and answers of how many attachments. Killed at any point,
 * the next run goes on: the key of an object stands in the object.
 */
export async function resealObjects(
  executor: Executor,
  store: SealedStore | undefined,
  tell: (files: number) => void = () => undefined,
): Promise<number> {
  const { primary } = executor.keys.content().encryption;
  let resealed = 0;
  for await (const batch of batchesOf(executor)) {
    const stale = (await objectsOf(store, batch))
      .map(({ id, objects }) => ({ id, objects: objects.filter(({ sealedWith }) => sealedWith !== primary) }))
      .filter(({ objects }) => objects.length > 0);
    for (let at = 0; at < stale.length; at += filesAtOnce) {
      const some = stale.slice(at, at + filesAtOnce);
      await resealFiles(executor, requireStore(store), some);
      resealed += some.length;
      tell(resealed);
    }
  }
  return resealed;
}

interface StaleFile {
  readonly id: string;
  readonly objects: readonly { readonly key: string }[];
}

/** Under the lock of the attachments: retention, which would remove one, waits, and nothing is put back that it took. */
function resealFiles(executor: Executor, store: SealedStore, files: readonly StaleFile[]): Promise<void> {
  return executor.transaction(async (transaction) => {
    const rows = await transaction
      .select({ id: attachments.id })
      .from(attachments)
      .where(
        inArray(
          attachments.id,
          files.map(({ id }) => id),
        ),
      )
      // Always in one order, so that two who hold several never wait for each other.
      .orderBy(asc(attachments.id))
      .for('update');
    const held = new Set(rows.map(({ id }) => id));
    const keys = files.filter(({ id }) => held.has(id)).flatMap(({ objects }) => objects);
    const asked = keys.map(({ key }) => lane(async () => store.put(key, await store.get(key))));
    // All of them, be it that one fails: the locks hold until nothing is under way.
    const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  });
}

async function* batchesOf(executor: Executor): AsyncGenerator<StoredFile[]> {
  let last: string | undefined;
  for (;;) {
    const rows = await executor
      .select({ id: attachments.id, sizeBytes: attachments.sizeBytes })
      .from(attachments)
      .where(
        and(
          eq(attachments.keptIn, 'object_store'),
          last === undefined ? undefined : gt(attachments.id, last),
        ),
      )
      .orderBy(asc(attachments.id))
      .limit(batchSize);
    yield rows.map(({ id, sizeBytes }) => ({ id, pieces: piecesOf(sizeBytes) }));
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.id;
  }
}

/** The objects of attachments that are there; what the store has lost needs no key. */
async function objectsOf(store: SealedStore | undefined, files: readonly StoredFile[]) {
  if (files.length === 0) return [];
  const there = requireStore(store);
  return Promise.all(
    files.map(async ({ id, pieces }) => {
      const asked = blobKeysOf(id, pieces).map((key) => lane(() => findObject(there, key)));
      return { id, objects: (await Promise.all(asked)).filter((object) => object !== undefined) };
    }),
  );
}

async function findObject(store: SealedStore, key: string) {
  try {
    return { key, sealedWith: await store.sealedWith(key) };
  } catch (error) {
    if (error instanceof BlobMissingError) return undefined;
    throw error;
  }
}

function requireStore(store: SealedStore | undefined): SealedStore {
  if (store === undefined) throw new NoAttachmentStoreError();
  return store;
}
