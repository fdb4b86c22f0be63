import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { roadTo } from '../domain/case/roads.ts';
import { cases, ledgerEvents, notices } from '../../db/schema/index.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { systemClock } from '../../platform/clock.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), worker.close()]));

const caseNo = '44010699000020261102000019' as CaseNo;
const { events, state: now } = roadTo.issued();

/** Positions at which the stored hash is not the one that follows from its predecessor and the entry. */
async function brokenLinks(): Promise<number[]> {
  const rows = await owner.execute<{ seq: number; whole: boolean }>(sql`
    select seq, hash = ledger_hash(
      coalesce(lag(hash) over (order by seq), ''), case_no, seq, step_key, occurred_at, event) as whole
    from ledger_events where case_no = ${caseNo} order by seq`);
  return rows.filter(({ whole }) => !whole).map(({ seq }) => seq);
}

beforeEach(async () => {
  for (const table of [ledgerEvents, cases, notices]) await owner.delete(table);
  await createLedgerActivities({ database: worker, units: createUnitDirectory(worker, systemClock) }).record({
    caseNo,
    events,
    next: now,
  });
});

describe('the hash chain of a ledger', () => {
  it('is whole as it was recorded', async () => {
    expect(await brokenLinks()).toEqual([]);
  });

  it.each([
    [
      'an event was changed',
      sql`update ledger_events set event = '{"type":"case_refused"}' where seq = 3`,
      [3],
    ],
    ['an instant was changed', sql`update ledger_events set occurred_at = now() where seq = 2`, [2]],
    ['an entry was removed', sql`delete from ledger_events where seq = 4`, [5]],
    [
      'a changed entry was given a fitting hash',
      sql`update ledger_events set step_key = 'x', hash = ledger_hash(
          (select hash from ledger_events where seq = 2), case_no, seq, 'x', occurred_at, event) where seq = 3`,
      [4],
    ],
  ])('breaks where %s', async (_, tamper, expected) => {
    await owner.execute(tamper);
    expect(await brokenLinks()).toEqual(expected);
  });
});
