import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { connectOwner, createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { createDoor } from './door.ts';
import { playPeople } from './people.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
afterAll(() => owner.close());
// With few rows Postgres reads whole tables whatever indexes there are. Told not to, it does so only where none serves.
await owner.execute(sql.raw(`alter database "${new URL(url).pathname.slice(1)}" set enable_seqscan = off`));

/** Every table that grows with the cases. */
const tables = (
  await owner.execute<{ table: string }>(
    sql`select table_name as "table" from information_schema.columns
        where table_schema = 'public' and column_name = 'case_no'`,
  )
).map(({ table }) => table);

async function scansOf(): Promise<Record<string, number>> {
  const rows = await owner.execute<{ table: string; scans: number }>(
    sql`select relname as "table", seq_scan::int as scans from pg_stat_user_tables`,
  );
  return Object.fromEntries(
    rows.filter(({ table }) => tables.includes(table)).map(({ table, scans }) => [table, scans]),
  );
}

describe('whatever the number of cases', () => {
  it('a case from the counter to its collection, and what is read of it, reads no table from end to end', async () => {
    const temporal = await connectOwnNamespace();
    const house = await openHouse(url, { temporal, clock: systemClock });
    const door = await createDoor(url, temporal.client);
    const { act, submitWithScan, readyForCollection } = playPeople(door);
    const before = await scansOf();
    const read = async (address: string) => {
      const { statusCode } = await door.call('window', 'GET', address);
      expect([address, statusCode]).toEqual([address, 200]);
    };

    const caseNo = await readyForCollection(await submitWithScan());
    const ofCase = `/v1/cases/${caseNo}`;
    for (const place of [
      ...['', '/timeline', '/deadline', '/clocks', '/agenda', '/notices', '/papers'],
      ...['/papers/cover_sheet', '/transmissions', '/dossier', '/export'],
    ]) {
      await read(ofCase + place);
    }
    await read('/v1/cases');
    await read('/v1/cases?status=issued&overdue=false');
    await read('/v1/escalations?to=me&replyDemanded=true');
    await read('/v1/notices');
    await read('/v1/drafts');
    await act('window', caseNo, 'collect', { collectedBy: 'applicant' });

    // What a session has counted is there when it ends.
    await Promise.all([door.close(), house.close()]);
    const after = await scansOf();
    const scanned = tables.filter((table) => (after[table] ?? 0) > (before[table] ?? 0));
    expect(scanned).toEqual([]);
  });
});
