import { describe, expect, it } from 'vitest';
import type { Role } from '../../domain/roles.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door } = await openHouseWithDoor();
const { act, transmitted } = playPeople(door);

const accepting = '440106990000';
const home = '520302990000';
const otherCounty = { county: '440104000000', station: '440104990000' };
const otherHome = '520302980000';
const otherProvince = '650102990000';
const today = localDateOf(systemClock.now());

async function ask(role: Role, unit: string, method: 'GET' | 'PUT', url: string, payload?: object) {
  const token = await door.issuer.sign({
    ...{ officerId: `${role} ${unit}`, roles: [role], unitCode: parseUnitCode(unit) },
  });
  const headers = { authorization: `Bearer ${token}` };
  const seen = method === 'PUT' ? await door.app.inject({ url, headers }) : undefined;
  return door.app.inject({
    ...{ method, url, headers: { ...headers, ...(seen && { 'if-match': String(seen.headers.etag) }) } },
    ...(payload && { payload }),
  });
}

/** What each unit is answered who asks for a case, and how its people are shown. */
async function seen(caseNo: string, unit: string, role: Role = 'county_supervisor') {
  const response = await ask(role, unit, 'GET', `/v1/cases/${caseNo}`);
  return response.statusCode === 200
    ? response.json<{ personalData: string }>().personalData
    : response.statusCode;
}

const setContacts = (role: Role, unit: string, station: string, payload: object) =>
  ask(role, unit, 'PUT', `/v1/directory/units/${station}/contacts`, payload);

describe('a merger', () => {
  const mergedInto = (unitCode: string) => ({ successor: { unitCode, since: today } });
  const notAllowed = { status: 422, errors: [{ pointer: '/successor', code: 'successor_not_allowed' }] };

  it('goes to no station of another province, whoever enters it, and shows it nothing', async () => {
    const caseNo = await transmitted(await door.submit());
    for (const [role, unit] of [
      ['county_supervisor', '520302000000'],
      ['city_supervisor', '520300000000'],
      ['province_supervisor', '520000000000'],
    ] as const) {
      const refused = await setContacts(role, unit, home, mergedInto(otherProvince));
      expect(refused.json()).toMatchObject(notAllowed);
    }
    expect(await seen(caseNo, otherProvince, 'liaison_officer')).toBe(404);
  });

  it('across counties is the city’s to enter and to take back, and lasts no longer', async () => {
    const caseNo = await door.submit();
    const { station, county } = otherCounty;
    const counties = await setContacts('county_supervisor', '440106000000', accepting, mergedInto(station));
    expect(counties.json()).toMatchObject(notAllowed);
    const city = await setContacts('city_supervisor', '440100000000', accepting, mergedInto(station));
    expect(city.statusCode).toBe(200);
    expect(await seen(caseNo, station, 'window_officer')).toBe('full');
    expect(await seen(caseNo, county)).toBe('masked');

    const undone = await setContacts('county_supervisor', '440106000000', accepting, { successor: null });
    expect(undone.json()).toMatchObject(notAllowed);
    await setContacts('city_supervisor', '440100000000', accepting, { successor: null });
    expect(await seen(caseNo, station, 'window_officer')).toBe(404);
    expect(await seen(caseNo, county)).toBe(404);
    expect(await seen(caseNo, accepting, 'window_officer')).toBe('full');
  });

  it('comes no other way by a file', async () => {
    const upload = async (role: Role, unit: string, line: string) => {
      const token = await door.issuer.sign({
        ...{ officerId: 'x', roles: [role], unitCode: parseUnitCode(unit) },
      });
      return door.app.inject({
        method: 'POST',
        url: '/v1/directory/imports?table=contacts&dryRun=true',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        payload: `单位代码,承接单位,承接日期,停办起始日,停办截止日,停办期间代办单位\n${accepting},${line}`,
      });
    };
    const merged = (to: string) => `${to},${today},,,`;
    const shut = (to: string) => `,,${today},${today},${to}`;
    const faults = [
      { pointer: '/2/承接单位', code: 'successor_not_allowed' },
      { pointer: '/2/停办起始日', code: 'alternative_not_allowed' },
    ];
    for (const [index, line] of [merged, shut].entries()) {
      const code = faults[index]?.code;
      const county = await upload('county_supervisor', '440106000000', line(otherCounty.station));
      expect(county.json()).toMatchObject({ errors: [{ code }] });
      const across = await upload('province_supervisor', '440000000000', line(home));
      expect(across.json()).toMatchObject({ errors: [{ code }] });
      const city = await upload('city_supervisor', '440100000000', line(otherCounty.station));
      expect(city.statusCode).toBe(200);
    }
  });
});

describe('a shut office', () => {
  it('is entered by itself, and who does its work by whoever stands above both', async () => {
    const closure = (alternative: string | null) => ({ closure: { from: today, to: today, alternative } });
    const sibling = '440106980000';
    const own = await setContacts('station_leader', accepting, accepting, closure(sibling));
    expect(own.json()).toMatchObject({ errors: [{ pointer: '/closure', code: 'alternative_not_allowed' }] });
    expect((await setContacts('station_leader', accepting, accepting, closure(null))).statusCode).toBe(200);
    const county = await setContacts('county_supervisor', '440106000000', accepting, closure(sibling));
    expect(county.statusCode).toBe(200);
    // What was entered above is confirmed below.
    expect((await setContacts('station_leader', accepting, accepting, closure(sibling))).statusCode).toBe(
      200,
    );
    expect((await setContacts('station_leader', accepting, accepting, {})).statusCode).toBe(200);
  });
});

describe('a station that moves to another county', () => {
  it('takes its cases along, as its rejections', async () => {
    const caseNo = await door.submit();
    const rejected = await door.call('window', 'POST', '/v1/rejections', {
      body: { decision: 'rejected', application: anotherApplication(), reasons: ['材料不符'] },
    });
    const { no } = rejected.json<{ no: string }>();
    const answers = async (county: string) => [
      await seen(caseNo, county),
      (await ask('county_supervisor', county, 'GET', `/v1/rejections/${no}`)).statusCode,
    ];
    expect(await answers('440106000000')).toEqual(['masked', 200]);
    expect(await answers(otherCounty.county)).toEqual([404, 404]);

    const address = `/v1/directory/units/${accepting}`;
    const { unit } = (await ask('city_supervisor', '440100000000', 'GET', address)).json<{
      unit: { name: string; level: string; region: string; address: string; telephone: string };
    }>();
    const { name, level, region, address: street, telephone } = unit;
    const moved = { name, level, region, address: street, telephone, parentCode: otherCounty.county };
    const put = await ask('city_supervisor', '440100000000', 'PUT', address, moved);
    expect([put.statusCode, put.body]).toEqual([200, expect.anything()]);
    expect(await answers('440106000000')).toEqual([404, 404]);
    expect(await answers(otherCounty.county)).toEqual(['masked', 200]);
    expect(await seen(caseNo, '440100000000', 'city_supervisor')).toBe('masked');
  });
});

describe('a reroute', () => {
  it('takes the case from the station that had it, which keeps what it was told', async () => {
    const caseNo = await transmitted(await door.submit());
    expect(await seen(caseNo, home, 'liaison_officer')).toBe('full');
    await act('window', caseNo, 'reroute', { homeStation: otherHome, reason: '户籍地派出所选择有误' });
    for (const place of ['', '/timeline', '/register-queries', '/export']) {
      const response = await ask('liaison_officer', home, 'GET', `/v1/cases/${caseNo}${place}`);
      expect([place, response.statusCode]).toEqual([place, 404]);
    }
    expect(await seen(caseNo, otherHome, 'liaison_officer')).toBe('full');
    // The county stands above both.
    expect(await seen(caseNo, '520302000000')).toBe('masked');
    const { items } = (await ask('liaison_officer', home, 'GET', '/v1/notices')).json<{
      items: { caseNo: string | null }[];
    }>();
    expect(items.some((notice) => notice.caseNo === caseNo)).toBe(true);
  });

  it('leaves a complaint to whoever it is addressed to', async () => {
    const caseNo = await transmitted(await door.submit());
    await act('window', caseNo, 'complain', { text: '对方迟迟不签收。' });
    await act('window', caseNo, 'reroute', { homeStation: otherProvince, reason: '户籍地派出所选择有误' });
    expect(await seen(caseNo, '520302000000')).toBe(404);
    expect(await seen(caseNo, '520000000000', 'province_supervisor')).toBe('masked');
    await act('homeProvince', caseNo, 'answer_complaint', { complaint: 1, text: '已责成核查。' });
    expect(await seen(caseNo, '520000000000', 'province_supervisor')).toBe('masked');
  });
});
