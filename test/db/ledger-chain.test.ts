import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { roadTo } from '../domain/case/roads.ts';
import { caseEvents, cases, ledgerEvents, notices } from '../../db/schema/index.ts';
import { verifyLedgers } from '../../db/verification/verify-ledgers.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { systemClock } from '../../platform/clock.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), worker.close()]));

const caseNo = '44010699000020261102000019' as CaseNo;
const { events, state: now } = roadTo.issued();

function verify() {
  return owner.client.begin(verifyLedgers);
}

beforeEach(async () => {
  for (const table of [caseEvents, ledgerEvents, cases, notices]) await owner.delete(table);
  await createLedgerActivities({ database: worker, units: createUnitDirectory(worker, systemClock) }).record({
    caseNo,
    events,
    next: now,
  });
});

describe('the hash chain of a ledger', () => {
  it('is whole as it was recorded', async () => {
    expect(await verify()).toEqual({ cases: 1, events: events.length, broken: null });
  });

  it.each([
    [
      'an event was changed',
      sql`update ledger_events set event = '{"type":"case_refused"}' where seq = 3`,
      ...([3, 'not_following'] as const),
    ],
    [
      'an instant was changed',
      sql`update ledger_events set occurred_at = now() where seq = 2`,
      ...([2, 'not_following'] as const),
    ],
    [
      'an entry was removed',
      sql`delete from ledger_events where seq = 4`,
      ...([5, 'missing_before'] as const),
    ],
    [
      'a changed entry was given a fitting hash',
      sql`update ledger_events set step_key = 'x', hash = ledger_hash(
          (select hash from ledger_events where seq = 2), case_no, seq, 'x', occurred_at, event) where seq = 3`,
      ...([4, 'not_following'] as const),
    ],
    [
      'the last entry was removed',
      sql`delete from ledger_events where seq = ${events.length}`,
      ...([events.length, 'end_missing'] as const),
    ],
    ['all of it was removed', sql`delete from ledger_events`, ...([1, 'end_missing'] as const)],
    ['the case was removed', sql`delete from cases`, ...([1, 'not_projected'] as const)],
  ])('breaks where %s', async (_, tamper, seq, fault) => {
    await owner.execute(tamper);
    expect((await verify()).broken).toEqual({ chain: caseNo, seq, fault });
  });

  it('is not what the function of the database says it is', async () => {
    const kept = await owner.execute<{ definition: string }>(
      sql`select pg_get_functiondef('ledger_hash'::regproc) as definition`,
    );
    await owner.execute(sql`update ledger_events set step_key = 'x' where seq = 3`);
    await owner.execute(sql`create or replace function ledger_hash(previous text, case_no text, seq integer,
      step_key text, occurred_at timestamptz, event jsonb) returns text language sql immutable
      as 'select e.hash from ledger_events e where e.case_no = $2 and e.seq = $3'`);
    expect((await verify()).broken).toEqual({ chain: caseNo, seq: 3, fault: 'not_following' });
    await owner.execute(sql.raw(kept[0]?.definition ?? ''));
  });
});
