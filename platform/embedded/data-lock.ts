import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Two programs were started on one data directory. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';
}

export interface DataLock {
  readonly release: () => void;
}

/**
 * Takes the data directory for this process. An exclusive SQLite transaction is the lock, because the kernel ends
 * it with the process: after kill -9 nothing stale is left, as a file with a process id would be.
 * @throws {DataDirInUseError} when another process holds it.
 */
export function lockDataDir(dataDir: string): DataLock {
  // Others may pass through: as root, Postgres runs as another user and has its directory below.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const database = new DatabaseSync(path.join(dataDir, 'lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new DataDirInUseError(
      `数据目录 ${dataDir} 正被另一个 Tongban 使用：请先停止它，或用 TONGBAN_DATA_DIR 指定另一个目录。`,
      { cause },
    );
  }
  return {
    release: () => {
      database.close();
    },
  };
}
