import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

// Any number; it only has to be the same in every process that migrates.
const migrationLock = 6_310_742;

/** Brings the database to the newest schema. Safe to run twice and at the same moment from several processes. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder: path.join(import.meta.dirname, 'migrations') });
  } finally {
    await sql.end();
  }
}
