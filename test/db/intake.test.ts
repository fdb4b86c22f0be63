import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { addDraftOnce, deleteExpiredDrafts, findDraft, listDrafts } from '../../db/repositories/drafts.ts';
import type { IntakeRecord } from '../../db/repositories/intake-records.ts';
import { addIntakeRecordOnce, listIntakeRecords } from '../../db/repositories/intake-records.ts';
import { reportNotice } from '../../db/repositories/notices.ts';
import { notices } from '../../db/schema/index.ts';
import { withScope } from '../../db/scope.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), worker.close(), api.close()]));

const station = parseUnitCode('440106990000');
const sibling = parseUnitCode('440106980000');
const county = parseUnitCode('440106000000');
const otherProvince = parseUnitCode('520000000000');
const at = parseInstant('2026-11-02T09:30:00+08:00');
const today = parsePlainDate('2026-11-02');

const as = <Result>(unit: UnitCode, work: Parameters<typeof withScope<Result>>[2]) =>
  withScope(api, unit, work);

const record: IntakeRecord = {
  id: 'a1' as CommandId,
  unitCode: station,
  kind: 'declined',
  recordedAt: at,
  officerId: 'officer-1',
  lane: null,
  reference: null,
};

describe('a record of the counter', () => {
  it('is seen by its unit and those above it, whatever units are asked for', async () => {
    await as(station, (executor) => addIntakeRecordOnce(executor, record));
    const seenBy = (unit: UnitCode) =>
      as(unit, (executor) => listIntakeRecords(executor, { units: [station, sibling], limit: 10 }));
    expect(await Promise.all([station, county].map(seenBy))).toMatchObject([[record], [record]]);
    expect(await Promise.all([sibling, otherProvince].map(seenBy))).toEqual([[], []]);
  });

  it('is written by its unit alone, and never changed', async () => {
    const ofAnother = { ...record, id: 'a2' as CommandId };
    await expect(as(sibling, (executor) => addIntakeRecordOnce(executor, ofAnother))).rejects.toThrow();
    for (const process of [api, worker]) {
      for (const statement of [`delete from intake_records`, `update intake_records set officer_id = 'x'`]) {
        await expect(process.execute(sql.raw(statement))).rejects.toThrow();
      }
    }
  });

  it('names a lane if it is of another lane, and only then', async () => {
    const wrong: IntakeRecord[] = [
      { ...record, id: 'a3' as CommandId, lane: 'within_province' },
      { ...record, id: 'a4' as CommandId, kind: 'other_lane' },
      { ...record, id: 'a5' as CommandId, reference: '7' },
    ];
    for (const each of wrong) await expect(addIntakeRecordOnce(owner, each)).rejects.toThrow();
  });
});

describe('a draft', () => {
  const draft = {
    ...{ id: 'd'.repeat(32) as DraftId, unitCode: station, officerId: 'officer-4', version: 1 },
    ...{ createdAt: at, changedAt: at, expiresOn: today, application: { purpose: '入学' } },
  };

  it('is its station’s own: not even the units above see it', async () => {
    await as(station, (executor) => addDraftOnce(executor, draft));
    const seenBy = (unit: UnitCode) => as(unit, (executor) => listDrafts(executor, { today, limit: 10 }));
    expect(await seenBy(station)).toEqual([draft]);
    expect(await Promise.all([county, sibling, otherProvince].map(seenBy))).toEqual([[], [], []]);
  });

  it('is of use through its last day, and deleted after it', async () => {
    const tomorrow = parsePlainDate('2026-11-03');
    const onDay = (day: typeof today) => as(station, (executor) => findDraft(executor, draft.id, day));
    expect(await deleteExpiredDrafts(worker, today)).toBe(0);
    expect([await onDay(today), await onDay(tomorrow)]).toEqual([draft, undefined]);
    expect(await deleteExpiredDrafts(worker, tomorrow)).toBe(1);
    expect(await onDay(today)).toBeUndefined();
  });
});

describe('a report to the unit above', () => {
  const reportTo = (unitCode: UnitCode, dedupeKey: string) =>
    as(station, (executor) =>
      reportNotice(executor, {
        ...{ dedupeKey, unitCode, role: 'county_supervisor', kind: 'case', urgency: 'normal' },
        ...{ text: '报告', createdAt: at },
      }),
    );

  it('goes up the tree and nowhere else, once', async () => {
    await reportTo(county, 'report/1');
    await expect(reportTo(county, 'report/1')).rejects.toThrow();
    await expect(reportTo(sibling, 'report/2')).rejects.toThrow();
    await expect(reportTo(otherProvince, 'report/3')).rejects.toThrow();
    expect(await owner.$count(notices)).toBe(1);
  });
});
