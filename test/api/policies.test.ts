import { beforeAll, describe, expect, it } from 'vitest';
import { policySettingsExample } from '../../api/schemas/policy.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { unit } from '../domain/units/units.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { consistent, playPeople } from './people.ts';

const { door, house } = await openHouseWithDoor();
const { act, transmitted } = playPeople(door);

const corpsStation = parseUnitCode('660801990000');

// Before the door reads the units, which it then keeps for a minute.
beforeAll(async () => {
  await saveUnits(house.owner, [
    unit('province', '66', null, '660000'),
    unit('county', '660801', '66', '659001'),
    unit('station', '660801990000', '660801', '659001'),
  ]);
});

function setPolicy(body: object, query = '') {
  return door.call('administrator', 'POST', `/v1/policies${query}`, { body });
}

async function certificateOf(caseNo: string): Promise<string> {
  await transmitted(caseNo);
  await act('liaison', caseNo, 'receive');
  await act('liaison', caseNo, 'answer', consistent);
  await act('window', caseNo, 'issue');
  await door.until(caseNo, ({ certificate }) => certificate !== null);
  return (await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`)).body;
}

describe('the policy of a province', () => {
  it('holds for the papers of its new cases; a running one keeps what it began with', async () => {
    const running = await door.submit();
    const set = await setPolicy({ papers: { certificateFoot: 'none' } });
    expect(set.statusCode).toBe(201);
    expect(set.json()).toMatchObject({
      inForce: true,
      settings: { papers: { certificateFoot: 'none', bookletAdvice: null } },
    });
    expect(await certificateOf(await door.submit())).toContain('"foot":"none"');
    expect(await certificateOf(running)).toContain('"foot":"number_and_qr"');
  });

  it('is tried out without being set, and refuses what it does not know', async () => {
    const before = await door.call('administrator', 'GET', '/v1/policies');
    const tried = await setPolicy(policySettingsExample, '?dryRun=true');
    expect(tried.json()).toMatchObject({
      inForce: false,
      settings: { ...policySettingsExample, terms: defaultPolicy.terms },
    });
    expect((await setPolicy({ papers: { paperSize: 'A3' } })).statusCode).toBe(422);
    const quick = await setPolicy({ terms: { verification: { unit: 'working_days', count: 4 } } });
    expect(quick.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/ladders/verification/2/when', code: 'outside_the_term' }],
    });
    expect((await door.call('window', 'POST', '/v1/policies', { body: {} })).statusCode).toBe(403);
    expect((await door.call('administrator', 'GET', '/v1/policies')).json()).toEqual(before.json());
  });

  it('says when the last day of a term ends; new cases then go by it, in what they show too', async () => {
    expect((await setPolicy({ dueAtEndOf: 'night' })).statusCode).toBe(422);
    const set = await setPolicy({ dueAtEndOf: 'day' });
    expect(set.json()).toMatchObject({ inForce: true, settings: { dueAtEndOf: 'day' } });
    const listed = await door.call('window', 'GET', '/v1/policies');
    expect(listed.json<{ items: object[] }>().items[0]).toMatchObject({ settings: { dueAtEndOf: 'day' } });
    const clocks = await door.call('window', 'GET', `/v1/cases/${await door.submit()}/clocks`);
    expect(clocks.json<{ clocks: object[] }>().clocks[0]).toMatchObject({
      key: 'transmission/1',
      dueAt: expect.stringContaining('T23:59:59.999') as string,
      explanation: expect.arrayContaining(['截止时间为最后一日的24:00']) as string[],
    });
    await setPolicy({ dueAtEndOf: 'office_hours' });
  });

  it('that was stored before it could say so ends its terms with the office hours, and says that it does', async () => {
    const { dueAtEndOf: _, ...stored } = { ...defaultPolicy, version: '440000000000/old' as PolicyVersion };
    const province = parseUnitCode('440000000000');
    const by = { province, by: 'test', at: systemClock.now() };
    await enactPolicy(house.owner, { ...by, document: stored as ProvincePolicy });
    const listed = await door.call('window', 'GET', '/v1/policies');
    expect(listed.json<{ items: object[] }>().items[0]).toMatchObject({
      ...{ version: stored.version, inForce: true },
      settings: { dueAtEndOf: 'office_hours' },
    });
    const clocks = await door.call('window', 'GET', `/v1/cases/${await door.submit()}/clocks`);
    expect(clocks.json<{ clocks: object[] }>().clocks[0]).toMatchObject({
      key: 'transmission/1',
      dueAt: expect.stringContaining('T17:30') as string,
    });
  });

  it('takes a part of the notices and of the freshness of entries, and says what could not work', async () => {
    const notices = { quietHours: { from: '20:00', until: '08:00' }, limits: { urgent: [] } };
    const set = await setPolicy({ notices, freshness: { blockedAfterDays: 100 } });
    expect(set.json<{ settings: object }>().settings).toMatchObject({
      notices: {
        ...defaultPolicy.notices,
        quietHours: notices.quietHours,
        limits: { ...defaultPolicy.notices.limits, urgent: [] },
      },
      freshness: { reminderAfterDays: 90, blockedAfterDays: 100 },
    });
    const refused = await setPolicy({
      notices: { quietHours: { from: '08:00', until: '18:00' } },
      freshness: { reminderAfterDays: 100 },
    });
    expect(refused.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual([
      '/notices/quietHours',
      '/freshness/blockedAfterDays',
    ]);
  });

  it('says of a reroute too whether 新疆 and the corps are one', async () => {
    const eligibility = { ...defaultPolicy.eligibility, xinjiangCorpsIsSeparate: false };
    await enactPolicy(house.owner, {
      province: parseUnitCode('650000000000'),
      document: { ...defaultPolicy, version: '650000000000/one' as PolicyVersion, eligibility },
      by: 'test',
      at: systemClock.now(),
    });
    const accepted = await door.call('stranger', 'POST', '/v1/cases', { body: anotherApplication() });
    const { caseNo } = accepted.json<{ caseNo: string }>();
    await act('stranger', caseNo, 'transmit');
    const refused = await door.call('stranger', 'POST', `/v1/cases/${caseNo}/reroute`, {
      body: { homeStation: corpsStation, reason: '户籍地派出所选择有误' },
    });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ code: 'same_province' }] });
  });
});
