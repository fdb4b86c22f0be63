import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createCalendarAlarmActivities } from '../../activities/calendar-alarm.ts';
import { directoryPersons, notices } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { PersonId } from '../../domain/directory/person.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { createCalendarDatabase, now, publishFile } from '../calendars/calendar-database.ts';
import { sealRow } from '../../db/sealed-rows.ts';

const { owner, api, worker } = await createCalendarDatabase(readCalendarFiles());
afterEach(() => owner.delete(notices));

function raiseAt(instant: string): Promise<number> {
  const clock = { now: () => parseInstant(instant) };
  return createCalendarAlarmActivities({
    database: worker,
    units: createUnitDirectory(worker, clock),
    clock,
    log: pino({ level: 'silent' }),
  }).raiseCalendarAlarm();
}

const decemberMorning = '2026-12-02T08:30:00+08:00';

describe('the calendar alarm', () => {
  it('reaches the administrators of every province, once a day however often it is tried', async () => {
    expect(await raiseAt(decemberMorning)).toBe(3);
    await raiseAt(decemberMorning);
    const rows = await owner.select().from(notices).orderBy(notices.unitCode);
    expect(rows.map(({ unitCode }) => unitCode)).toEqual(['440000000000', '520000000000', '650000000000']);
    expect(rows[0]).toMatchObject({
      role: 'system_administrator',
      kind: 'calendar',
      caseNo: null,
      text: expect.stringContaining('2027年度工作日历仍为暂定日历') as unknown,
    });
    await raiseAt('2026-12-03T08:30:00+08:00');
    expect(await owner.$count(notices)).toBe(6);
  });

  it('is weekly in November, and silent before', async () => {
    expect(await raiseAt('2026-11-01T08:30:00+08:00')).toBe(3);
    expect(await raiseAt('2026-11-02T08:30:00+08:00')).toBe(0);
    expect(await raiseAt('2026-10-31T08:30:00+08:00')).toBe(0);
  });

  it('reaches administrators whom the directory names elsewhere', async () => {
    const administrator = sealRow(owner, directoryPersons, {
      id: '00000000-0000-4000-8000-000000000001' as PersonId,
      unitCode: parseUnitCode('440106000000'),
      post: 'system_administrator',
      name: '张测试',
      telephone: '020-00000000',
      validFrom: parsePlainDate('2026-01-01'),
      lastConfirmedOn: parsePlainDate('2026-01-01'),
      version: 1,
      changedBy: 'administrator',
      changedAt: now,
    });
    await owner.insert(directoryPersons).values(administrator);
    expect(await raiseAt(decemberMorning)).toBe(4);
    expect(await owner.$count(notices, eq(notices.unitCode, parseUnitCode('440106000000')))).toBe(1);
  });

  it('ends when the notice is in', async () => {
    const official = {
      ...(readCalendarFile('CN-2027.json') as object),
      status: 'official',
      publishedOn: '2026-12-01',
    };
    await publishFile(api, official);
    expect(await raiseAt(decemberMorning)).toBe(0);
  });
});
