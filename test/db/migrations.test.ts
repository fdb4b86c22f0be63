import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
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
});
