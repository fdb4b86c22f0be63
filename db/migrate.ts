import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

// Any number; it only has to be the same in every process that migrates.
const migrationLock = 6_310_742;

const migrationsFolder = path.join(import.meta.dirname, 'migrations');

/**
 * Brings the database to the newest schema. Safe to run twice and at the same moment from several processes.
 * Answers with the migrations that it applied, in their order.
 * @throws {Error} with the sentence of a migration that refuses what it finds.
 */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    const before = await countApplied(sql);
    await migrate(drizzle(sql), { migrationsFolder });
    return (await readTags()).slice(before, await countApplied(sql));
  } catch (error) {
    throw refusalIn(error) ?? error;
  } finally {
    await sql.end();
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [table] = await sql<{ found: string | null }[]>`
    select to_regclass('drizzle.__drizzle_migrations')::text as found`;
  if (table?.found == null) return 0;
  return (await sql`select from drizzle.__drizzle_migrations`).count;
}

/** The names of all migrations, in their order. */
async function readTags(): Promise<readonly string[]> {
  const journal = await readFile(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(journal) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag);
}

/** What a migration says with RAISE EXCEPTION (P0001), without the statement that Drizzle puts around it. */
function refusalIn(error: unknown): Error | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof postgres.PostgresError && cause.code === 'P0001'
    ? new Error(cause.message, { cause: error })
    : undefined;
}
