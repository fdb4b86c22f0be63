import type { KeyId, KeyRing } from '../key-ring.ts';
import { keyIdLength, keyIdOf } from '../key-ring.ts';

/** Somewhere beside the database to put bytes under a key. */
export interface BlobStore {
  /** Puts bytes away, over whatever stands under the key. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws {BlobMissingError} when nothing stands under the key. */
  get(key: string): Promise<Uint8Array>;
  /** Does nothing where nothing stands under the key. */
  delete(key: string): Promise<void>;
}

/** A store that keeps bytes as they are given to it. */
export interface PlainStore extends BlobStore {
  /** The first bytes of what stands under the key. @throws {BlobMissingError} */
  getStart(key: string, lengthBytes: number): Promise<Uint8Array>;
}

/** A store that keeps nothing but what a key ring has sealed, each for the key that it stands under. */
export interface SealedStore extends BlobStore {
  /** The key of the ring that it was sealed with, read without the rest. @throws {BlobMissingError} */
  sealedWith(key: string): Promise<KeyId>;
}

/** A row says that bytes are there, and they are not: the store lost them, or is not the one they were put into. */
export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';
}

/** What is put into the store leaves the house sealed. */
export function sealed(store: PlainStore, keyRing: KeyRing): SealedStore {
  return {
    put: (key, bytes) => store.put(key, keyRing.seal(bytes, key)),
    get: async (key) => keyRing.open(await store.get(key), key),
    delete: (key) => store.delete(key),
    sealedWith: async (key) => keyIdOf(await store.getStart(key, keyIdLength)),
  };
}
