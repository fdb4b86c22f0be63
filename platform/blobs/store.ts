/** Somewhere beside the database to put bytes under a key. */
export interface BlobStore {
  /** Puts bytes away, over whatever stands under the key. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws {BlobMissingError} when nothing stands under the key. */
  get(key: string): Promise<Uint8Array>;
  /** Does nothing where nothing stands under the key. */
  delete(key: string): Promise<void>;
}

/** A row says that bytes are there, and they are not: the store lost them, or is not the one they were put into. */
export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';
}

/** What is done to bytes before they leave the house for a store, and undone when they come back. */
export interface Sealing {
  seal(bytes: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}

/** Bytes are stored as they are. */
export const noSealing: Sealing = { seal: (bytes) => bytes, open: (bytes) => bytes };

/** A store that keeps nothing but what {@link Sealing} made of the bytes. */
export function sealed(store: BlobStore, sealing: Sealing): BlobStore {
  return {
    put: (key, bytes) => store.put(key, sealing.seal(bytes)),
    get: async (key) => sealing.open(await store.get(key)),
    delete: (key) => store.delete(key),
  };
}
