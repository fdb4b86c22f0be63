import type { Database } from '../db/database.ts';
import { connectDatabase } from '../db/database.ts';
import type { Config } from '../platform/config.ts';
import { lockDataDir } from '../platform/embedded/data-lock.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import type { KeyRing } from '../platform/key-ring.ts';
import { ownerUrl } from './owner-url.ts';

/** Lets a command work as the owner of the database: the configured one, or the embedded one while nothing else runs it. */
export async function withOwner<T>(
  config: Config,
  keyRing: KeyRing,
  work: (owner: Database) => Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const { url, adminUrl, port, binDir } = config.postgres;
  let owned: string;
  if (adminUrl === undefined && url === undefined) {
    const lock = lockDataDir(config.dataDir);
    opened.defer(() => {
      lock.release();
    });
    const postgres = await startEmbeddedPostgres({
      dataDir: config.dataDir,
      ...(port === undefined ? {} : { port }),
      ...(binDir === undefined ? {} : { binDir }),
    });
    opened.defer(() => postgres.stop());
    owned = postgres.url;
  } else {
    owned = ownerUrl();
  }
  const owner = connectDatabase({ url: owned, role: 'owner', maxConnections: 2, keyRing });
  opened.defer(() => owner.close());
  return await work(owner);
}
