import { randomBytes, randomUUID } from 'node:crypto';
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

  it('keeps the bytes of papers that were stored whole', async () => {
    const migrationsFolder = await firstMigrations(17);
    const { url } = await createTestDatabase();
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`insert into applications
        (case_no, accepting_station, home_station, matters, submitted_at, acceptance, personal, applicant_name,
         applicant_id_number)
      values ('x', 'x', 'x', '{}', now(), '{}', '{}', 'x', 'x')`;
    // Below, on and above the edges of a piece.
    const contents = [1, 1024 * 1024, 2 * 1024 * 1024 + 1].map((length) => randomBytes(length));
    for (const [position, content] of contents.entries()) {
      await sql`insert into attachments
          (id, case_no, position, media_type, size_bytes, sha256, file_name, content, added_by, added_at)
        values (${randomUUID()}, 'x', ${position}, 'image/png', ${content.length}, 'x', 'x', ${content}, 'x', now())`;
    }
    await migrate(drizzle(sql), { migrationsFolder: await firstMigrations(19) });
    const kept = await sql<{ pieces: string[] }[]>`
      select array_agg(encode(c.content, 'base64') order by c.n) as pieces
      from attachments a join attachment_chunks c on c.attachment_id = a.id
      where a.kept_in = 'database' group by a.position order by a.position`;
    await sql.end();
    expect(kept.map(({ pieces }) => pieces.length)).toEqual([1, 1, 3]);
    for (const [index, { pieces }] of kept.entries()) {
      const content = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
      expect(content.equals(contents[index] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('refuses what was stored plain, and leaves it as it was', async () => {
    const migrationsFolder = await firstMigrations(19);
    const { url } = await createTestDatabase();
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`insert into drafts (id, unit_code, officer_id, version, created_at, changed_at, expires_on, application)
      values ('x', 'x', 'x', 1, now(), now(), '2026-12-31', '{}')`;
    await expect(migrateDatabase(url)).rejects.toThrow(/^数据库中有早期试用版本未加密的数据/);
    await sql`delete from drafts`;
    await migrateDatabase(url);
    await sql.end();
    expect(await tablesOf(url)).toContain('unmaskings');
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
