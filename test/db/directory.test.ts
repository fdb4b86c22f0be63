import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { connectDatabase } from '../../db/database.ts';
import {
  addPerson,
  changePerson,
  findPerson,
  listPersons,
  listPersonsOfUnits,
  savePersons,
} from '../../db/repositories/directory.ts';
import {
  changeContacts,
  findContacts,
  listContacts,
  listSuccessions,
} from '../../db/repositories/station-contacts.ts';
import { withScope } from '../../db/scope.ts';
import type { Executor } from '../../db/database.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import type { StationContacts } from '../../domain/directory/station-contacts.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));

const station = parseUnitCode('520302990000');
const county = parseUnitCode('520302000000');
const sibling = parseUnitCode('520302980000');
const change = { by: 'officer-5', at: parseInstant('2026-11-25T08:30:00+08:00') };
const persons = samplePersons(parsePlainDate('2026-11-25'));

function personOf(unitCode: UnitCode): DirectoryPerson {
  const person = persons.find((each) => each.unitCode === unitCode);
  if (person === undefined) throw new Error(`no sample person at ${unitCode}`);
  return person;
}

const absences = [
  { from: parsePlainDate('2026-12-01'), to: parsePlainDate('2026-12-03') },
  { from: parsePlainDate('2027-02-01'), to: parsePlainDate('2027-02-01') },
];

beforeEach(async () => {
  await owner.execute(sql`truncate directory_absences, directory_persons, station_contacts`);
});

const as = <T>(unitCode: UnitCode, work: (executor: Executor) => Promise<T>) =>
  withScope(api, unitCode, work);

describe('an entry', () => {
  const person = { ...personOf(station), absences, validUntil: parsePlainDate('2027-12-31') };

  it('comes back as it was written, and a repeat adds nothing', async () => {
    await as(station, (executor) => addPerson(executor, person, change));
    await as(station, (executor) => addPerson(executor, { ...person, name: '测试他人' }, change));
    expect(await as(sibling, (executor) => findPerson(executor, person.id))).toEqual({
      ...person,
      version: 1,
    });
    expect(await listPersonsOfUnits(worker, [county, station])).toEqual([{ ...person, version: 1 }]);
    expect(await listPersonsOfUnits(worker, [])).toEqual([]);
  });

  it('is changed over the version that was seen only', async () => {
    await as(station, (executor) => addPerson(executor, person, change));
    const edit = (version: number, telephone: string) =>
      as(county, (executor) =>
        changePerson(executor, { ...person, telephone, absences: [], version }, change),
      );
    expect(await edit(1, '000-00000077')).toBe('changed');
    expect(await edit(1, '000-00000088')).toBe('outdated');
    const stored = await as(station, (executor) => findPerson(executor, person.id));
    expect(stored).toEqual({ ...person, telephone: '000-00000077', absences: [], version: 2 });
  });

  it('is saved many at a time, old ones over what is there', async () => {
    const many = Array.from({ length: 2500 }, (_, n): DirectoryPerson => ({
      ...person,
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as DirectoryPerson['id'],
    }));
    await as(county, (executor) => savePersons(executor, many, change));
    await as(county, (executor) => savePersons(executor, many.slice(0, 1), change));
    const stored = await listPersonsOfUnits(worker, [station]);
    expect(stored).toHaveLength(2500);
    expect(stored.map(({ version }) => version).slice(0, 2)).toEqual([2, 1]);
    expect(stored[0]?.absences).toEqual(absences);
  });

  it('is listed by unit and post, page by page', async () => {
    await savePersons(owner, persons, change);
    const units = [county, station, sibling];
    const list = (filter: object) => listPersons(worker, { units, limit: 10, ...filter });
    const all = await list({});
    expect(all).toHaveLength(7);
    const [, second] = all;
    expect(await list({ after: second, limit: 2 })).toEqual(all.slice(2, 4));
    expect((await list({ post: 'station_leader' })).map(({ unitCode }) => unitCode)).toEqual([
      sibling,
      station,
    ]);
  });
});

describe('the contacts of a station', () => {
  const contacts: StationContacts = {
    unitCode: station,
    dutyTelephone: '000-00000001',
    faxNumbers: ['000-00000002', '000-00000003'],
    groupRobotUrl: 'https://robot.example.org/send?key=1',
    lastConfirmedOn: parsePlainDate('2026-11-25'),
    succession: { successor: sibling, since: parsePlainDate('2026-07-01') },
    closure: null,
  };

  it('are written once, then over the version that was seen', async () => {
    const write = (version: number) =>
      as(station, (executor) => changeContacts(executor, { ...contacts, version }, change));
    expect(await write(0)).toBe('changed');
    expect(await write(0)).toBe('outdated');
    expect(await write(1)).toBe('changed');
    expect(await findContacts(worker, station)).toEqual({ ...contacts, version: 2 });
    expect(await listContacts(worker, [station, sibling])).toHaveLength(1);
    expect(await listSuccessions(worker)).toEqual(new Map([[station, contacts.succession]]));
  });
});

describe('the database itself', () => {
  const person = personOf(station);
  const blank: StationContacts & { version: number } = {
    unitCode: station,
    dutyTelephone: null,
    faxNumbers: [],
    groupRobotUrl: null,
    lastConfirmedOn: parsePlainDate('2026-11-25'),
    succession: null,
    closure: null,
    version: 0,
  };

  it.each([
    ['the unit', station, true],
    ['its county', county, true],
    ['its province', parseUnitCode('520000000000'), true],
    ['a sibling', sibling, false],
    ['another province', parseUnitCode('440000000000'), false],
  ])('lets %s write an entry or not', async (_, unit, allowed) => {
    const outcomes = await Promise.allSettled([
      as(unit, (executor) => addPerson(executor, { ...person, absences }, change)),
      as(unit, (executor) => changeContacts(executor, blank, change)),
    ]);
    const expected = allowed ? 'fulfilled' : 'rejected';
    expect(outcomes.map(({ status }) => status)).toEqual([expected, expected]);
  });

  it('lets nobody outside change, move or take over an entry', async () => {
    await savePersons(owner, [person], change);
    const edited = { ...person, name: '测试他人', version: 1 };
    expect(await as(sibling, (executor) => changePerson(executor, edited, change))).toBe('outdated');
    const taken = { ...person, unitCode: sibling };
    await expect(as(sibling, (executor) => savePersons(executor, [taken], change))).rejects.toThrow();
    await expect(
      as(station, (executor) => changePerson(executor, { ...edited, unitCode: sibling }, change)),
    ).rejects.toThrow();
    expect(await findPerson(worker, person.id)).toEqual({ ...person, version: 1 });
  });

  it('shows nothing without a scope, deletes nothing, and the worker only reads', async () => {
    await savePersons(owner, [{ ...person, absences }], change);
    for (const table of ['directory_persons', 'directory_absences', 'station_contacts']) {
      expect(await api.execute(sql.raw(`select 1 from ${table}`))).toHaveLength(0);
      await expect(worker.execute(sql.raw(`delete from ${table}`))).rejects.toThrow();
    }
    await expect(
      as(station, (executor) => executor.execute(sql`delete from directory_persons`)),
    ).rejects.toThrow();
    await expect(savePersons(worker, [person], change)).rejects.toThrow();
  });
});
