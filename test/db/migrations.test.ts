import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrateDatabase } from '../../db/migrate.ts';
import { createTestDatabase } from '../services/test-database.ts';

async function tablesOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  await sql.end();
  return rows.map(({ name }) => name);
}

describe('migration', () => {
  it('installs the schema; a second one does no harm', async () => {
    const { url } = await createTestDatabase();
    await migrateDatabase(url);
    const tables = await tablesOf(url);
    await migrateDatabase(url);
    expect(await tablesOf(url)).toEqual(tables);
    expect(tables).toContain('ledger_events');
  });

  it('may run in several processes at the same moment', async () => {
    const { url } = await createTestDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url)));
    expect(await tablesOf(url)).toContain('ledger_events');
  });

  it('refuses cases of the first builds with a sentence, and takes an empty database of theirs', async () => {
    const migrationsFolder = await firstMigrations(4);
    const { url } = await createTestDatabase();
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`insert into cases (case_no, seq, status, holder, accepting_station, home_station, accepted_at, state)
      values ('x', 1, 'accepted', 'system', 'x', 'x', now(), '{}')`;
    await expect(migrateDatabase(url)).rejects.toThrow(/^数据库中有早期试用版本的申请件/);
    await sql`delete from cases`;
    await migrateDatabase(url);
    await sql.end();
    expect(await tablesOf(url)).toContain('station_figures');
  });
});

/** A folder with the first migrations only, as an earlier build had them. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongban-migrations-'));
  await cp(path.join(import.meta.dirname, '..', '..', 'db', 'migrations'), folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] };
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
