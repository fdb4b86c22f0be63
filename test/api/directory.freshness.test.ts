import { afterAll, beforeAll, expect, it } from 'vitest';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { now, openDirectory, station } from './directory-door.ts';

const { call, idOf, owner, persons } = await openDirectory();
afterAll(() => owner.close());

const accepting = '440106990000';
const confirmedOn = addDays(localDateOf(now), -20);

// Entries and contacts of both stations are 20 days old; one province believes them for less.
beforeAll(async () => {
  const old = persons.filter(({ unitCode }) => unitCode === station || unitCode === accepting);
  await savePersons(
    owner,
    old.map((person) => ({ ...person, lastConfirmedOn: confirmedOn })),
    { by: 'test', at: now },
  );
  for (const code of [station, accepting]) {
    const contacts = {
      ...{ unitCode: parseUnitCode(code), dutyTelephone: '000-00000001', faxNumbers: ['000-00000002'] },
      ...{ groupRobotUrl: null, lastConfirmedOn: confirmedOn, succession: null, closure: null, version: 0 },
    };
    await changeContacts(owner, contacts, { by: 'test', at: now });
  }
  await enactPolicy(owner, {
    province: parseUnitCode('520000000000'),
    document: {
      ...defaultPolicy,
      version: '520000000000/strict' as PolicyVersion,
      freshness: { reminderAfterDays: 10, blockedAfterDays: 20 },
    },
    by: 'test',
    at: now,
  });
});

it.each([
  [station, 'blocked', 'unconfirmed', 'unconfirmed'],
  [accepting, 'fresh', 'available', 'station'],
])('the entries and contacts of %s are %s', async (code, freshness, standing, source) => {
  const person = await call('stranger', 'GET', `/persons/${idOf('station_leader', code)}`);
  expect(person.json()).toMatchObject({ freshness, standing });
  const unit = await call('stranger', 'GET', `/units/${code}`);
  expect(unit.json()).toMatchObject({ contacts: { freshness }, fax: { source } });
  const contacts = await call('stranger', 'GET', `/units/${code}/contacts`);
  expect(contacts.json()).toMatchObject({ freshness });
});

it('a duty telephone is shown as long as the province of its station says', async () => {
  const tree = await createUnitDirectory(owner, { now: () => now }).tree();
  expect(getUnit(tree, parseUnitCode(station))).toMatchObject({ telephone: '0851-00000008' });
  expect(getUnit(tree, parseUnitCode(accepting))).toMatchObject({ telephone: '000-00000001' });
});

it('whoever has to mend them is shown so', async () => {
  const page = await call('leader', 'GET', '/gaps?kind=contacts_blocked');
  expect(page.json()).toMatchObject({ items: [{ unitCode: station }] });
});
