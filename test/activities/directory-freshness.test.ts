import { asc } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createDirectoryFreshnessActivities } from '../../activities/periodic/directory-freshness.ts';
import { sampleContacts, samplePersons } from '../../commands/sample-directory.ts';
import { connectDatabase } from '../../db/database.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { notices } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { personalChannels } from '../../domain/notices/channel.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), worker.close()]));

const confirmedOn = parsePlainDate('2026-11-25');
const change = { by: 'test', at: parseInstant('2026-11-25T08:30:00+08:00') };
const station = parseUnitCode('520302990000');
const persons = samplePersons(confirmedOn);
const liaison = persons.find(({ unitCode, post }) => unitCode === station && post === 'liaison_officer');
if (liaison === undefined) throw new Error('no liaison officer among the samples');

const remindAt = (now: Instant) =>
  createDirectoryFreshnessActivities({
    database: worker,
    units: createUnitDirectory(worker, { now: () => now }),
    escalationChannels: new Set(personalChannels),
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
  }).remindOfDirectory();

const inbox = () => owner.select().from(notices).orderBy(asc(notices.id));

describe('the morning look at the directory', () => {
  it('reminds once of what nobody confirms, then tells those above, and not of merged stations', async () => {
    await savePersons(
      owner,
      [
        ...persons.filter(({ id }) => id !== liaison.id),
        { ...liaison, lastConfirmedOn: parsePlainDate('2026-08-20') },
      ],
      change,
    );
    const morning = parseInstant('2026-11-25T07:45:00+08:00');
    expect(await remindAt(morning)).toBe(1);
    expect(await remindAt(morning)).toBe(1);
    expect(await inbox()).toMatchObject([
      {
        unitCode: station,
        role: 'station_leader',
        kind: 'directory',
        urgency: 'normal',
        caseNo: null,
        text: expect.stringContaining('已97天未确认') as string,
      },
    ]);
    const later = parseInstant('2026-12-18T07:45:00+08:00');
    expect(await remindAt(later)).toBe(2);
    const told = (await inbox()).map(({ unitCode, role }) => `${unitCode ?? ''} ${role ?? ''}`);
    expect(told).toEqual([
      '520302990000 station_leader',
      '520302990000 station_leader',
      '520302000000 county_supervisor',
    ]);
    for (const { text } of await inbox()) expect(text).not.toContain(liaison.name);

    const succession = { successor: parseUnitCode('520302980000'), since: parsePlainDate('2026-12-01') };
    const contacts = sampleContacts(confirmedOn).find(({ unitCode }) => unitCode === station);
    if (contacts === undefined) throw new Error('no contacts among the samples');
    await changeContacts(owner, { ...contacts, succession, version: 0 }, change);
    expect(await remindAt(later)).toBe(0);
  });
});

describe('the sample directory', () => {
  it('names somebody in every post that a unit cannot do without, each under an id that stays', async () => {
    expect(samplePersons(confirmedOn)).toEqual(persons);
    expect(new Set(persons.map(({ id }) => id)).size).toBe(persons.length);
    await savePersons(owner, persons, change);
    expect(await remindAt(parseInstant('2026-11-25T07:45:00+08:00'))).toBe(0);
  });
});
