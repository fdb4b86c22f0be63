import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

// Any number; it only has to be the same in every process that migrates.
const migrationLock = 6_310_742;

const migrationsFolder = path.join(import.meta.dirname, 'migrations');

/**
 * Brings the database to the newest schema. Safe to run twice and at the same moment from several processes.
 * @throws {Error} with the sentence of a migration that refuses what it finds.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder });
  } catch (error) {
    throw refusalIn(error) ?? error;
  } finally {
    await sql.end();
  }
}

/** What a migration says with RAISE EXCEPTION (P0001), without the statement that Drizzle puts around it. */
function refusalIn(error: unknown): Error | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof postgres.PostgresError && cause.code === 'P0001'
    ? new Error(cause.message, { cause: error })
    : undefined;
}
