import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import type { ContactsView, PersonView, RecipientView } from '../../api/schemas/directory.ts';
import { stationContacts } from '../../db/schema/index.ts';
import type { Caller } from './directory-door.ts';
import { openDirectory, sibling, station } from './directory-door.ts';

const { call, door, idOf, owner } = await openDirectory();
afterAll(() => owner.close());

interface UnitView {
  readonly inForce: { readonly unitCode: string };
  readonly contacts: ContactsView | null;
  readonly persons: readonly PersonView[];
  readonly liaison: { readonly told: readonly RecipientView[]; readonly gaps: readonly object[] };
}

const read = async (unit: string, caller: Caller = 'stranger') =>
  (await call(caller, 'GET', `/units/${unit}`)).json<UnitView>();

async function write(unit: string, caller: Caller, payload: object) {
  const { headers } = await call(caller, 'GET', `/units/${unit}/contacts`);
  return call(caller, 'PUT', `/units/${unit}/contacts`, {
    payload,
    headers: { 'if-match': String(headers.etag) },
  });
}

async function edit(id: string, place: string, payload: object) {
  const { headers } = await call('county', 'GET', `/persons/${id}`);
  return call('county', 'PUT', `/persons/${id}/${place}`, {
    payload,
    headers: { 'if-match': String(headers.etag) },
  });
}

describe('a unit', () => {
  it('says who is reached there today, and who instead when nobody is', async () => {
    const deputy = idOf('deputy_liaison_officer');
    const before = await read(station);
    expect(before.persons.map(({ post }) => post).sort()).toEqual([
      'deputy_liaison_officer',
      'liaison_officer',
      'station_leader',
    ]);
    expect(before.liaison).toMatchObject({
      told: [{ post: 'liaison_officer', name: '测试专管员丁' }],
      gaps: [],
    });

    await edit(idOf('liaison_officer'), 'absences', { absences: [{ from: '2026-11-25', to: '2026-11-25' }] });
    expect((await read(station)).liaison).toMatchObject({
      told: [{ personId: deputy, postTitle: '副专管员', telephone: expect.any(String) as string }],
      gaps: [{ post: 'liaison_officer', reason: 'on_leave', reasonTitle: '请假、外出' }],
    });
    await edit(deputy, 'end', { validUntil: '2026-11-24' });
    await edit(idOf('station_leader'), 'end', { validUntil: '2026-11-24' });
    const after = await read(station);
    expect(after.liaison.told).toMatchObject([
      { post: 'county_supervisor', unitName: '遵义市公安局红花岗分局' },
      // The station itself, by its duty telephone.
      { post: 'liaison_officer', unitCode: station, name: null, telephone: '0851-00000008' },
    ]);
    expect(after.persons).toHaveLength(1);
  });

  it('above the stations has no contacts of its own, and 404 is for units that do not exist', async () => {
    expect((await read('520302000000')).contacts).toBeNull();
    for (const unit of ['999999999999', 'nonsense']) {
      expect((await call('stranger', 'GET', `/units/${unit}`)).statusCode).toBe(404);
    }
  });
});

describe('the contacts of a station', () => {
  it('are written by its leader, and the chat group is shown to maintainers only', async () => {
    const payload = {
      dutyTelephone: '0851-00000001',
      faxNumbers: ['0851-00000002', '0851-00000003'],
      groupRobotUrl: 'https://robot.example.org/send?key=secret',
    };
    const written = await write(station, 'leader', payload);
    expect(written.headers.etag).toBe('"1"');
    expect(written.json()).toMatchObject({ ...payload, lastConfirmedOn: '2026-11-25', version: 1 });
    const shown = await call('stranger', 'GET', `/units/${station}`);
    expect(shown.json<UnitView>().contacts).toMatchObject({
      faxNumbers: payload.faxNumbers,
      groupRobot: true,
    });
    expect(shown.body).not.toContain('secret');
    expect((await read(station, 'province')).contacts).toMatchObject(payload);
    expect((await read(station, 'liaison')).contacts).not.toHaveProperty('groupRobotUrl');
  });

  it('are not for others, and stand over the version that was seen', async () => {
    expect((await write(station, 'sibling', {})).json()).toMatchObject({ code: 'unit_not_allowed' });
    expect((await write(station, 'liaison', {})).json()).toMatchObject({ code: 'role_not_allowed' });
    const blind = await call('leader', 'PUT', `/units/${station}/contacts`, { payload: {} });
    expect(blind.json()).toMatchObject({ status: 428 });
    const outdated = { payload: {}, headers: { 'if-match': '"0"' } };
    expect((await call('leader', 'PUT', `/units/${station}/contacts`, outdated)).statusCode).toBe(412);
  });

  it('have an ETag of their own, and are confirmed by writing what was read', async () => {
    const address = `/units/${station}/contacts`;
    const first = await call('leader', 'GET', address);
    await owner.execute(sql`update station_contacts set last_confirmed_on = '2026-07-28'`);
    const { dutyTelephone, faxNumbers, groupRobotUrl, version } = first.json<ContactsView>();
    expect(first.headers.etag).toBe(`"${String(version)}"`);
    const again = {
      payload: { dutyTelephone, faxNumbers, groupRobotUrl },
      headers: { 'if-match': String(first.headers.etag) },
    };
    const confirmed = await call('leader', 'PUT', address, again);
    expect(confirmed.headers.etag).toBe(`"${String(version + 1)}"`);
    expect(confirmed.json()).toEqual({
      ...first.json<ContactsView>(),
      lastConfirmedOn: '2026-11-25',
      version: version + 1,
    });
    expect((await call('leader', 'PUT', address, again)).statusCode).toBe(412);
    const read = await call('stranger', 'GET', address);
    expect([read.headers.etag, read.body.includes('robot.example.org')]).toEqual([
      confirmed.headers.etag,
      false,
    ]);
    const unseen = await call('county', 'GET', `/units/${sibling}/contacts`);
    expect([unseen.headers.etag, unseen.json<ContactsView>().lastConfirmedOn]).toEqual(['"0"', null]);
  });

  it('come back with everything wrong in them', async () => {
    const malformed = await write(station, 'leader', {
      dutyTelephone: '',
      faxNumbers: ['none'],
      groupRobotUrl: 'http://10.0.0.1/',
    });
    expect(malformed.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual([
      '/dutyTelephone',
      '/faxNumbers/0',
      '/groupRobotUrl',
    ]);
    const unsigned = await write(station, 'leader', {
      groupRobotUrl: 'https://robot.example.org/send#secret=too+short',
    });
    expect(unsigned.statusCode).toBe(422);
    expect(unsigned.json()).toMatchObject({
      errors: [{ pointer: '/groupRobotUrl', code: 'wrong_robot_secret' }],
    });
    expect(unsigned.body).not.toContain('too');
    const county = await write('520302000000', 'county', {});
    expect(county.json()).toMatchObject({ errors: [{ pointer: '/unitCode', code: 'no_station' }] });
  });
});

describe('a merged station (S35)', () => {
  it('shows its successor and whoever is told there, entered by a supervisor only', async () => {
    const successor = { unitCode: sibling, since: '2026-07-01' };
    const refused = await write(station, 'leader', { successor });
    expect(refused.json()).toMatchObject({ errors: [{ pointer: '/successor', code: 'supervisors_only' }] });
    expect((await write(station, 'county', { successor })).statusCode).toBe(200);
    const view = await read(station);
    expect(view.inForce.unitCode).toBe(sibling);
    expect(view.liaison.told).toMatchObject([{ personId: idOf('liaison_officer', sibling) }]);
    const kept = await write(station, 'leader', { dutyTelephone: '0851-00000009', successor });
    expect(kept.statusCode).toBe(200);
    const later = { unitCode: sibling, since: '2027-07-01' };
    await write(station, 'county', { successor: later });
    expect((await read(station)).inForce.unitCode).toBe(station);
  });

  it('may not be its own successor, nor go to what is no station', async () => {
    const ring = await write(sibling, 'county', { successor: { unitCode: station, since: '2026-08-01' } });
    expect(ring.json()).toMatchObject({ errors: [{ pointer: '/successor', code: 'successor_ring' }] });
    const nowhere = await write(sibling, 'county', {
      successor: { unitCode: '520302000000', since: '2026-08-01' },
    });
    expect(nowhere.json()).toMatchObject({ errors: [{ pointer: '/successor', code: 'unknown_successor' }] });
    expect(await owner.$count(stationContacts)).toBe(1);
  });
});

describe('an office that is shut for a time', () => {
  it('sends to the station named instead, or up, and is entered by the station itself', async () => {
    const days = { from: '2026-11-20', to: '2026-11-30' };
    await write(station, 'county', { closure: { ...days, alternative: sibling } });
    expect((await read(station)).liaison).toMatchObject({
      told: [{ personId: idOf('liaison_officer', sibling) }],
      gaps: [],
    });
    const closed = await write(station, 'leader', { closure: days });
    expect(closed.json()).toMatchObject({ closure: { ...days, alternative: null }, freshness: 'fresh' });
    expect((await read(station)).liaison).toMatchObject({
      told: [{ post: 'county_supervisor' }],
      gaps: [{ reason: 'office_closed', reasonTitle: '暂停办公' }, {}, {}],
    });
    await write(station, 'leader', {});
    const reopened = JSON.stringify((await read(station)).liaison.gaps);
    expect(reopened).not.toContain('office_closed');
  });

  it('has days in order, and names another station', async () => {
    const wrong = { from: '2026-11-30', to: '2026-11-20', alternative: station };
    expect((await write(station, 'leader', { closure: wrong })).json()).toMatchObject({
      errors: [{ code: 'closure_reversed' }, { code: 'unknown_alternative' }],
    });
  });
});

describe('numbers that nobody confirmed for long', () => {
  it('are blocked: the list says so, and no fax goes there; until then the telephone is everywhere', async () => {
    await write(station, 'leader', { dutyTelephone: '0851-00000001', faxNumbers: ['0851-00000002'] });
    const { items } = (await door.call('stranger', 'GET', '/v1/units?query=桃溪')).json<{
      items: object[];
    }>();
    expect(items).toMatchObject([{ telephone: '0851-00000001' }]);
    await owner.execute(sql`update station_contacts set last_confirmed_on = '2026-07-28'`);
    const gaps = await call('leader', 'GET', '/gaps?kind=contacts_blocked');
    expect(gaps.json()).toMatchObject({
      items: [{ unitCode: station, post: null, lastConfirmedOn: '2026-07-28', faxInstead: [] }],
    });
    const unit = (await call('leader', 'GET', `/units/${station}`)).json<{ fax: object; contacts: object }>();
    expect(unit).toMatchObject({
      fax: { numbers: [], source: 'unconfirmed' },
      contacts: { freshness: 'blocked' },
    });
  });
});
