import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { listCases } from '../../db/repositories/cases.ts';
import {
  cases,
  caseScopes,
  escalations,
  ledgerEvents,
  notices,
  stationFigures,
} from '../../db/schema/index.ts';
import { withScope } from '../../db/scope.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { appendAttachments } from '../../db/repositories/attachments.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { accept } from '../domain/case/commands.ts';
import { start } from '../domain/case/ledger.ts';
import { escalated, roadTo } from '../domain/case/roads.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { systemClock } from '../../platform/clock.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), worker.close(), api.close()]));

const caseNo = '44010699000020261102000019' as CaseNo;
const ledger = createLedgerActivities({
  database: worker,
  units: createUnitDirectory(worker, systemClock),
});
const { events, state: now } = roadTo.verifying();
await addApplication(owner, {
  caseNo,
  submittedAt: start,
  acceptance: accept(),
  personal: sampleApplication,
});
await ledger.record({ caseNo, events, next: now });

/** Every table that holds something of a case: whatever is added belongs here by itself, if it says of which. */
const tablesWithCaseNo = (
  await owner.execute<{ table: string }>(
    sql`select table_name as "table" from information_schema.columns
        where table_schema = 'public' and column_name = 'case_no' and table_name <> 'idempotency_keys' order by 1`,
  )
).map(({ table }) => table);
const tablesOfCases = [...tablesWithCaseNo, 'attachment_chunks'];

async function visibleRows(table: string, unit: string): Promise<number> {
  const [row] = await withScope(api, parseUnitCode(unit), (executor) =>
    executor.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${table}`)),
  );
  return row?.count ?? 0;
}

/** Every table of which the API may read rows, if it may see them. */
const readTables = (
  await owner.execute<{ table: string }>(
    sql`select distinct tablename as "table" from pg_policies
        where 'tongban_api' = any(roles) and has_table_privilege('tongban_api', tablename, 'select') order by 1`,
  )
).map(({ table }) => table);

/** What Postgres reads once as a whole, instead of asking of it row by row. */
function hashedTables(plan: string): string[] {
  return [...plan.matchAll(/hashed SubPlan (\d+)/g)].flatMap(([, n]) => {
    const [, subplan = ''] = plan.split(new RegExp(`^ *SubPlan ${n ?? ''}\\n`, 'm'));
    const [, table] = /^.* on (\w+)/.exec(subplan) ?? [];
    return table === undefined ? [] : [table];
  });
}

describe('whether a unit sees a row', () => {
  // A unit has a few of them.
  const small = ['webhook_endpoints', 'directory_persons'];
  it.each(readTables)(
    'is asked of what it belongs to alone, never of all that there is: %s',
    async (table) => {
      const lines = await withScope(api, parseUnitCode('440000000000'), (executor) =>
        executor.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain select * from ${table}`)),
      );
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
      // For a whole table Postgres hashes a subquery wherever it may, and then does so for one case of it too.
      expect(hashedTables(plan).filter((hashed) => !small.includes(hashed))).toEqual([]);
    },
  );
});

describe('a unit sees the cases in which it, or one below it, is a station', () => {
  it.each([
    ['the accepting station', '440106990000', 1],
    ['its county', '440106000000', 1],
    ['its city', '440100000000', 1],
    ['its province', '440000000000', 1],
    ['the home station', '520302990000', 1],
    ['its province', '520000000000', 1],
    ['a sibling station', '440106980000', 0],
    ['a sibling of the home station', '520302980000', 0],
    ['another county of the same city', '440104000000', 0],
    ['another province', '650000000000', 0],
  ])('%s %s: %i', async (_, unit, expected) => {
    for (const table of ['cases', 'applications']) expect(await visibleRows(table, unit)).toBe(expected);
    expect((await visibleRows('ledger_events', unit)) > 0).toBe(expected === 1);
  });

  it.each(tablesOfCases)(
    '%s is under row-level security, so that a forgotten scope shows nothing',
    async (table) => {
      const [row] = await owner.execute<{ enabled: boolean }>(
        sql`select relrowsecurity as enabled from pg_class where relname = ${table}`,
      );
      expect(row?.enabled).toBe(true);
      // A table that the API may not read at all shows nothing either.
      const [grant] = await owner.execute<{ readable: boolean }>(
        sql`select has_table_privilege('tongban_api', ${table}, 'select') as readable`,
      );
      const unscoped = grant?.readable === true ? await api.execute(sql.raw(`select 1 from ${table}`)) : [];
      expect(unscoped).toHaveLength(0);
    },
  );

  it.each([
    ['the accepting station', '440106990000', 'added'],
    ['a sibling station', '440106980000', 'refused'],
  ])('%s adds a paper: %s %s', async (_, unit, expected) => {
    const paper = {
      ...{ id: randomUUID(), mediaType: 'application/pdf', sizeBytes: 1, sha256: unit, fileName: '材料' },
      ...{ content: new Uint8Array(1), pages: 1, keptIn: 'database' as const },
      ...{ addedBy: 'officer-1', addedAt: start },
    };
    const adding = withScope(api, parseUnitCode(unit), (executor) =>
      appendAttachments(executor, caseNo, [paper]),
    );
    await (expected === 'added' ? expect(adding).resolves.toHaveLength(1) : expect(adding).rejects.toThrow());
    for (const table of ['attachments', 'attachment_chunks']) {
      expect(await visibleRows(table, unit)).toBe(expected === 'added' ? 1 : 0);
    }
  });

  it('lists go through the scope and find nothing of others, even when asked for them', async () => {
    const stranger = parseUnitCode('440104990000');
    const found = await withScope(api, stranger, (executor) =>
      listCases(executor, {
        unitCode: parseUnitCode('440106990000'),
        order: { by: 'acceptedAt', direction: 'descending' },
        limit: 10,
      }),
    );
    expect(found).toEqual([]);
  });

  it('the role cannot be put off', async () => {
    const [row] = await api.execute<{ role: string }>(sql`select current_user as role`);
    expect(row?.role).toBe('tongban_api');
    await api.execute(sql`reset role`);
    const [after] = await api.execute<{ role: string }>(sql`select current_user as role`);
    expect(after?.role).toBe('tongban_api');
  });
});

describe('the ledger', () => {
  it('can be added to, never changed or removed, by either process', async () => {
    for (const process of [api, worker]) {
      await expect(process.update(ledgerEvents).set({ stepKey: 'x' })).rejects.toThrow();
      await expect(process.execute(sql`delete from ledger_events`)).rejects.toThrow();
    }
  });

  it('records a step once: what is there already is answered with, not written again', async () => {
    const reply = await ledger.record({ caseNo, events, next: now });
    expect(reply).toEqual({ kind: 'behind', ahead: events });
    expect(await ledger.readAhead(caseNo, 0)).toEqual(events);
    expect(await owner.$count(ledgerEvents, eq(ledgerEvents.caseNo, caseNo))).toBe(events.length);
  });

  it('writes events, projection, escalations, figures and notices together or not at all', async () => {
    const written = '44010699000020261102000043' as CaseNo;
    const other = '44010699000020261102000027' as CaseNo;
    const { events: course, state } = escalated();
    const rowsOf = (caseNo: CaseNo) =>
      Promise.all(
        [ledgerEvents, cases, caseScopes, escalations, stationFigures, notices].map((table) =>
          owner.$count(table, eq(table.caseNo, caseNo)),
        ),
      );
    // A notice that is there already makes the last statement of the transaction fail.
    const blocking = {
      caseNo: other,
      seq: 1,
      position: 0,
      unitCode: null,
      role: null,
      text: 'x',
      createdAt: start,
    };
    await owner.insert(notices).values(blocking);
    await expect(ledger.record({ caseNo: other, events: course, next: state })).rejects.toThrow();
    expect(await rowsOf(other)).toEqual([0, 0, 0, 0, 0, 1]);

    // The same step leaves something in each of them when nothing stands in its way.
    await ledger.record({ caseNo: written, events: course, next: state });
    expect((await rowsOf(written)).every((count) => count > 0)).toBe(true);
  });

  it('lets one of many that write the same step at once win', async () => {
    const raced = '44010699000020261102000035' as CaseNo;
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => ledger.record({ caseNo: raced, events, next: now })),
    );
    expect(replies.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
  });
});
