import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { inject } from 'vitest';
import type { EmbeddedTemporal } from '../../../platform/embedded/temporal.ts';
import { startEmbeddedTemporal } from '../../../platform/embedded/temporal.ts';

export const namespace = 'tongban';

const databaseOf = (dataDir: string) => path.join(dataDir, 'temporal', 'temporal.db');

/** Starts a dev server on its own file; on a snapshot, if there is one. */
export async function startTemporalOn(dataDir: string, snapshot?: string): Promise<EmbeddedTemporal> {
  if (snapshot !== undefined) {
    await mkdir(path.dirname(databaseOf(dataDir)), { recursive: true });
    await copyFile(snapshot, databaseOf(dataDir));
  }
  return startEmbeddedTemporal({
    ...{ dataDir, namespace, cacheDir: inject('cacheDir'), uiPort: 'none' },
    progress: () => undefined,
  });
}

/** Copies the file of a running server as it is at one moment. */
export async function snapshotOf(dataDir: string, into: string): Promise<void> {
  const database = new DatabaseSync(databaseOf(dataDir));
  try {
    await backup(database, into);
  } finally {
    database.close();
  }
}
