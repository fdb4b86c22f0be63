import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../db/database.ts';

/** What open cases take on disk. */
export interface Sizes {
  readonly postgresBytes: number;
  readonly temporalBytes: number;
}

export async function sizesOf({ client: sql }: Database, dataDir: string): Promise<Sizes> {
  const [row] = await sql<{ bytes: number }[]>`
    select pg_database_size(current_database())::float8 as bytes`;
  const folder = path.join(dataDir, 'temporal');
  const files = readdirSync(folder).filter((name) => name.startsWith('temporal.db'));
  return {
    postgresBytes: row?.bytes ?? 0,
    temporalBytes: files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0),
  };
}
