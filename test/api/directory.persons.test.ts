import { afterAll, describe, expect, it } from 'vitest';
import type { PersonView } from '../../api/schemas/directory.ts';
import type { Caller } from './directory-door.ts';
import { openDirectory, sibling, station } from './directory-door.ts';

const { call, door, idOf, owner } = await openDirectory();
afterAll(() => owner.close());

const newcomer = {
  unitCode: station,
  post: 'deputy_liaison_officer',
  name: '测试专管员新',
  telephone: '0851-00000077转8',
  absences: [{ from: '2026-12-01', to: '2026-12-03' }],
};

async function read(id: string, caller: Caller = 'stranger'): Promise<PersonView> {
  return (await call(caller, 'GET', `/persons/${id}`)).json();
}

async function edit(
  id: string,
  body: object,
  { caller = 'leader', place = '' }: { caller?: Caller; place?: string } = {},
) {
  const { version } = await read(id);
  return call(caller, 'PUT', `/persons/${id}${place}`, {
    payload: body,
    headers: { 'if-match': `"${version}"` },
  });
}

describe('the directory', () => {
  it('is read by all staff of all units, by nobody without a role', async () => {
    for (const caller of ['stranger', 'liaison', 'administrator'] as const) {
      expect(await read(idOf('liaison_officer'), caller)).toMatchObject({
        unitName: '遵义市公安局红花岗分局桃溪派出所',
        postTitle: '迁移信息核验专管员',
        name: '测试专管员丁',
        standing: 'available',
        freshness: 'fresh',
        quality: 'reliable',
      });
    }
    const nobody = await door.issuer.sign({ officerId: 'x', roles: [], unitCode: station as never });
    const response = await door.app.inject({
      url: '/v1/directory/persons',
      headers: { authorization: `Bearer ${nobody}` },
    });
    expect(response.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    expect((await call('stranger', 'GET', '/persons/nonsense')).json()).toMatchObject({ status: 404 });
  });

  it('lists a unit and those below it, page by page', async () => {
    interface Page {
      items: PersonView[];
      nextCursor: string | null;
    }
    const list = async (query: string) => (await call('stranger', 'GET', `/persons${query}`)).json<Page>();
    const all = await list('?within=520302000000');
    expect(new Set(all.items.map(({ unitCode }) => unitCode))).toEqual(
      new Set(['520302000000', sibling, station]),
    );
    const first = await list('?within=520302000000&limit=3');
    const second = await list(`?within=520302000000&limit=100&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    const leaders = await list('?within=520302000000&post=station_leader');
    expect(leaders.items.map(({ unitCode }) => unitCode)).toEqual([sibling, station]);
    expect((await list('')).items.every(({ unitCode }) => unitCode === '440106990000')).toBe(true);
    expect((await call('stranger', 'GET', '/persons?within=999999999999')).statusCode).toBe(404);
  });
});

describe('a new entry', () => {
  it('is added by its station’s leader or whoever supervises it, once under a key', async () => {
    const add = () =>
      call('leader', 'POST', '/persons', { payload: newcomer, headers: { 'idempotency-key': 'newcomer' } });
    const first = await add();
    expect(first.statusCode).toBe(201);
    expect(first.headers).toMatchObject({ etag: '"1"' });
    expect(first.json()).toMatchObject({
      ...newcomer,
      email: null,
      validFrom: '2026-11-25',
      lastConfirmedOn: '2026-11-25',
      version: 1,
    });
    const again = await add();
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: first.headers.location });
    expect(again.json()).toEqual(first.json());
    for (const caller of ['county', 'city', 'province'] as const) {
      expect((await call(caller, 'POST', '/persons', { payload: newcomer })).statusCode).toBe(201);
    }
  });

  it.each([
    ['sibling', 'unit_not_allowed'],
    ['liaison', 'role_not_allowed'],
    ['administrator', 'role_not_allowed'],
    ['stranger', 'role_not_allowed'],
  ] as const)('is not for %s to add: %s', async (caller, code) => {
    const response = await call(caller, 'POST', '/persons', { payload: newcomer });
    expect(response.json()).toMatchObject({ status: 403, code });
  });

  it('comes back with everything wrong in it at once', async () => {
    const malformed = await call('leader', 'POST', '/persons', {
      payload: { ...newcomer, telephone: 'x', email: 'nobody', validFrom: '2026-02-30', rank: 1 },
    });
    expect(malformed.json<{ errors: object[] }>().errors).toMatchObject([
      { pointer: '/rank', code: 'unknown_field' },
      { pointer: '/telephone', code: 'wrong_characters' },
      { pointer: '/email', code: 'wrong_form' },
      { pointer: '/validFrom', code: 'wrong_form', message: '应为存在的日期，如 2026-11-25。' },
    ]);
    const unsound = await call('leader', 'POST', '/persons', {
      payload: { ...newcomer, post: 'city_supervisor', name: 'Bob Smith', validUntil: '2026-01-01' },
    });
    expect(unsound.json<{ errors: object[] }>().errors).toMatchObject([
      { pointer: '/name', code: 'wrong_name' },
      { pointer: '/post', code: 'wrong_level', message: '本单位没有“市级督办员”这一职务。' },
      { pointer: '/validUntil', code: 'ends_before_start' },
    ]);
    const nowhere = await call('province', 'POST', '/persons', {
      payload: { ...newcomer, unitCode: '999999999999' },
    });
    expect(nowhere.json()).toMatchObject({ errors: [{ pointer: '/unitCode', code: 'unknown_unit' }] });
  });
});

describe('a change', () => {
  const id = idOf('station_leader');

  it('replaces what is said, confirms it and counts up', async () => {
    const response = await edit(id, { name: '测试所领导新', telephone: '0851-00000066' });
    expect(response.headers.etag).toBe('"2"');
    expect(response.json()).toMatchObject({
      name: '测试所领导新',
      telephone: '0851-00000066',
      email: null,
      validFrom: '2020-01-01',
      version: 2,
    });
    expect(await read(id)).toEqual(response.json());
  });

  it('stands over the version that was seen', async () => {
    const payload = { name: '测试所领导新', telephone: '0851-00000066' };
    const put = (headers: Record<string, string>) =>
      call('county', 'PUT', `/persons/${id}`, { payload, headers });
    expect((await put({})).json()).toMatchObject({ status: 428, code: 'precondition_required' });
    for (const tag of ['"1"', '"99"', '*', 'W/"2"']) {
      expect((await put({ 'if-match': tag })).json()).toMatchObject({
        status: 412,
        code: 'precondition_failed',
      });
    }
    const { version } = await read(id);
    const both = await Promise.all([1, 2].map(() => put({ 'if-match': `"${version}"` })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it('is for maintainers, and of entries that exist', async () => {
    const payload = { validUntil: '2027-01-01' };
    expect((await edit(id, payload, { caller: 'sibling', place: '/end' })).statusCode).toBe(403);
    expect((await edit(id, payload, { caller: 'liaison', place: '/end' })).statusCode).toBe(403);
    const absent = await call('leader', 'PUT', '/persons/00000000-0000-4000-8000-00000000dead/end', {
      payload,
    });
    expect(absent.json()).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('registers absences, ends and confirms', async () => {
    const person = idOf('liaison_officer');
    const away = await edit(
      person,
      { absences: [{ from: '2026-11-25', to: '2026-11-30' }] },
      { place: '/absences' },
    );
    expect(away.json()).toMatchObject({ standing: 'on_leave', standingTitle: '请假、外出' });
    const reversed = await edit(
      person,
      { absences: [{ from: '2026-12-05', to: '2026-12-01' }] },
      { place: '/absences' },
    );
    expect(reversed.json()).toMatchObject({ errors: [{ pointer: '/absences', code: 'absence_reversed' }] });
    expect((await edit(person, { absences: [] }, { place: '/absences' })).json()).toMatchObject({
      standing: 'available',
    });
    const ended = await edit(person, { validUntil: '2026-11-24' }, { place: '/end', caller: 'county' });
    expect(ended.json()).toMatchObject({ standing: 'not_valid', validUntil: '2026-11-24' });
    const confirmed = await edit(
      idOf('liaison_officer', sibling),
      {},
      { place: '/confirmation', caller: 'sibling' },
    );
    expect(confirmed.json()).toMatchObject({ lastConfirmedOn: '2026-11-25', version: 2 });
  });
});
