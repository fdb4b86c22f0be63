import type { SQL } from 'drizzle-orm';
import { eq, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig } from 'drizzle-orm/pg-core';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createRetentionActivities } from '../../activities/periodic/retention.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { nameOf, sealedTables } from '../../db/key-rotation.ts';
import { holdCase, releaseCase } from '../../db/repositories/legal-holds.ts';
import { applications, batches, batchItems } from '../../db/schema/index.ts';
import { openRows, sealedTableOf } from '../../db/sealed-rows.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { anonymised, removed } from '../../domain/application/anonymised.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { collected } from '../domain/case/roads.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing } from '../services/test-key-ring.ts';
import { planted, plantedApplication } from './planted.ts';
import { plantWholeCase } from './whole-case.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), database.close()]));

const expired = '44010699000020261102000108' as CaseNo;
const held = '44010699000020261102000116' as CaseNo;

/** How the rows of a case are found in a table: it names the case, hangs on a table that does, or has items that do. */
function rowsOfCase(table: PgTable, caseNo: CaseNo): SQL | undefined {
  const { columns, foreignKeys } = getTableConfig(table);
  if (table === batches) {
    const naming = owner.select({ id: batchItems.batchId }).from(batchItems);
    return inArray(batches.id, naming.where(eq(batchItems.caseNo, caseNo)));
  }
  const naming = columns.find((column) => column.name === 'case_no');
  if (naming !== undefined) return eq(naming, caseNo);
  for (const { reference } of foreignKeys) {
    const { columns: own, foreignTable, foreignColumns } = reference();
    const [column, foreign] = [own[0], foreignColumns[0]] as (PgColumn | undefined)[];
    const there = rowsOfCase(foreignTable, caseNo);
    if (column === undefined || foreign === undefined || there === undefined) continue;
    return inArray(column, owner.select({ value: foreign }).from(foreignTable).where(there));
  }
  return undefined;
}

/** What stands sealed of a case, opened, by `table.field`; null where every row has nothing there, or none is left. */
async function openedOf(caseNo: CaseNo): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const table of sealedTables) {
    const ofCase = rowsOfCase(table, caseNo);
    if (ofCase === undefined) continue;
    const rows = openRows(owner, table, await owner.select().from(table).where(ofCase));
    for (const field of sealedTableOf(table).sealedFields.keys()) {
      const kept = (rows as Record<string, unknown>[]).find((row) => row[field] !== null);
      values[`${nameOf(table)}.${field}`] = kept?.[field] ?? null;
    }
  }
  return values;
}

async function retention(): Promise<number> {
  const { anonymiseExpired } = createRetentionActivities({
    ...{ database, attachmentFiles: createAttachmentFiles({ database, clock: systemClock }) },
    ...{ clock: { now: () => parseInstant('2037-01-01T02:00:00+08:00') }, log: pino({ level: 'silent' }) },
    retentionDays: 3650,
  });
  return anonymiseExpired();
}

beforeAll(async () => {
  const ledger = createLedgerActivities({ database, units: createUnitDirectory(database, systemClock) });
  const { events, state } = collected();
  for (const caseNo of [expired, held]) {
    await plantWholeCase(owner, caseNo);
    await ledger.record({ caseNo, events, next: state });
    await holdCase(owner, { caseNo, reason: planted.reason, heldBy: 'auditor-1', heldAt: state.acceptedAt });
  }
});

describe('what is sealed of a case', () => {
  it('is planted in every column: one that is new is planted too, or said here to be of no case', async () => {
    const values = await openedOf(expired);
    expect(Object.keys(values).filter((column) => values[column] === null)).toEqual([]);
    const ofNoCase = sealedTables.filter((table) => rowsOfCase(table, expired) === undefined);
    expect(ofNoCase.map(nameOf)).toEqual([
      ...['account_locks', 'directory_persons', 'drafts', 'intake_records'],
      ...['rejection_holds', 'rejections', 'sessions', 'station_contacts', 'webhook_endpoints'],
    ]);
  });

  it('stands as it was while the case is held', async () => {
    const before = await openedOf(expired);
    expect(await retention()).toBe(0);
    expect(await openedOf(expired)).toEqual(before);
  });

  it('is gone once it is not, from every column, and from no other case', async () => {
    const others = await openedOf(held);
    await releaseCase(owner, expired);
    expect(await retention()).toBe(1);
    const left = Object.entries(await openedOf(expired)).filter(([, value]) => value !== null);
    // Words in the place of the application, which is never without them.
    expect(Object.fromEntries(left)).toEqual({
      'applications.applicantName': removed,
      'applications.applicantIdNumber': removed,
      'applications.personal': anonymised(plantedApplication()),
    });
    const hashes = owner.select({ hash: applications.applicantIdHash }).from(applications);
    expect(await hashes.where(eq(applications.caseNo, expired))).toEqual([{ hash: null }]);
    expect(await openedOf(held)).toEqual(others);
  });
});
