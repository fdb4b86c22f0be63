import { describe, expect, it } from 'vitest';
import { readCalendarFile } from '../../platform/reference-data.ts';
import type { VersionHead } from '../calendars/calendar-door.ts';
import { openCalendarDoor, provisional } from '../calendars/calendar-door.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door, house, url } = await openHouseWithDoor();

const { list, handIn, handInAnother } = openCalendarDoor(door);
const regional = readCalendarFile('overlay-450000-2026.json') as Record<string, unknown>;

describe('the calendars', () => {
  it('are listed for everybody, with what is in force', async () => {
    const { items } = await list();
    expect(items.filter(({ region }) => region === null).map(({ year }) => year)).toEqual([
      2027, 2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015, 2014,
    ]);
    expect(items.every(({ state }) => state === 'in_force')).toBe(true);
    const [first] = items;
    const one = await door.call('window', 'GET', `/v1/calendars/2027/versions/${first?.id ?? ''}`);
    expect(one.json()).toMatchObject({ status: 'provisional', document: provisional });
  });

  it('are nobody’s to change but a system administrator’s', async () => {
    const address = await handInAnother();
    const body = { dryRun: 'x' };
    for (const person of ['window', 'homeProvince'] as const) {
      const answers = await Promise.all([
        door.call(person, 'POST', '/v1/calendars/2027/versions', { body: provisional }),
        door.call(person, 'POST', '/v1/calendars/2027/versions?dryRun=true', { body: provisional }),
        door.call(person, 'POST', `${address}/publication`, { body }),
        door.call(person, 'DELETE', address),
        door.call(person, 'GET', '/v1/calendar-rollouts/0123456789ab'),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403]);
    }
  });

  it.each([
    '/v1/calendars/2027/versions/0123456789abcdef',
    '/v1/calendars/2027/versions/nonsense',
    '/v1/calendars/x/versions/0123456789abcdef',
    '/v1/calendar-rollouts/0123456789ab',
    '/v1/calendar-rollouts/x',
    '/v1/calendar-dry-runs/00000000-0000-4000-8000-000000000000',
    '/v1/calendar-dry-runs/x',
  ])('that are not there are 404: %s', async (address) => {
    expect((await door.call('administrator', 'GET', address)).json()).toMatchObject({ code: 'not_found' });
  });
});

describe('handing a calendar in', () => {
  it('keeps it until it is published; the same content again is the same version', async () => {
    const document = { ...provisional, note: '同一内容' };
    const first = await handIn(document);
    const again = await handIn(document);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const { id, state } = first.json<VersionHead>();
    expect(state).toBe('waiting');
    expect(first.headers.location).toBe(`/v1/calendars/2027/versions/${id}`);
  });

  it('takes a region’s as well', async () => {
    const response = await handIn({ ...regional, note: '再次录入' });
    expect(response.json()).toMatchObject({ region: '450000', year: 2026, state: 'waiting' });
  });

  it('says everything that is wrong with it at once', async () => {
    const days = [{ date: '2027-02-30', name: '', offDay: 'yes' }];
    const response = await handIn({ ...provisional, status: 'draft', source: 'gov.cn', days, colour: 'red' });
    const { errors } = response.json<{ errors: { pointer: string; code: string; message: string }[] }>();
    expect(response.statusCode).toBe(422);
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/colour unknown_field',
      '/days statutory_day_missing',
      '/days/0/date wrong_form',
      '/days/0/name missing',
      '/days/0/offDay wrong_type',
      '/source wrong_form',
      '/status not_a_choice',
    ]);
  });

  it.each([[[]], [{}]])('refuses %j', async (body) => {
    const response = await door.call('administrator', 'POST', '/v1/calendars/2027/versions', { body });
    expect(response.statusCode).toBe(422);
  });
});

describe('a dry run', () => {
  it('says which open cases would move, and stores no version', async () => {
    const caseNo = await door.submit();
    const before = await list();
    const today = house.clock.now().slice(0, 10);
    // A year's file may hold days of the December before.
    const year = Number(dayAfter(today, 14).slice(0, 4));
    const inForce = before.items.find((item) => item.year === year && item.region === null);
    const current = await door.call('window', 'GET', `/v1/calendars/${year}/versions/${inForce?.id ?? ''}`);
    const { document } = current.json<{ document: { days: { date: string }[] } }>();
    // Two weeks off from tomorrow on: whatever runs moves.
    const off = Array.from({ length: 14 }, (_, n) => dayAfter(today, n + 1));
    const days = [
      ...document.days.filter(({ date }) => !off.includes(date)),
      ...off.map((date) => ({ date, name: '临时放假', offDay: true })),
    ];
    const response = await handIn({ ...document, days }, '?dryRun=true');
    expect(response.statusCode).toBe(200);
    const { impact } = response.json<{ impact: { movedCases: number; first: { caseNo: string }[] } }>();
    expect(impact.movedCases).toBeGreaterThan(0);
    expect(impact.first).toContainEqual(
      expect.objectContaining({ caseNo, clockKey: 'transmission/1', direction: 'later' }),
    );
    expect(await list()).toEqual(before);
    const kept = await door.call('administrator', 'GET', String(response.headers.location));
    expect(kept.json()).toEqual(response.json());
    const table = await door.call('administrator', 'GET', `${String(response.headers.location)}?format=csv`);
    const [head, ...lines] = table.body.trimEnd().split('\r\n');
    expect(head).toBe('\ufeff申请件编号,期限,期限键,变动,日数,现期限,按新日历,将执行');
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^${caseNo},受理后流转,transmission/1,延后,`)),
    );
  });

  it('is answered later when no worker is there', async () => {
    const { client } = await connectOwnNamespace();
    const lonely = await openDoor(url, client, { commandTimeoutMs: 300 });
    const response = await lonely.call('administrator', 'POST', '/v1/calendars/2027/versions?dryRun=true', {
      body: provisional,
    });
    expect(response.statusCode).toBe(202);
    const later = await lonely.call('administrator', 'GET', String(response.headers.location));
    expect(later.json()).toMatchObject({ status: 'running', impact: null });
    const table = await lonely.call(
      'administrator',
      'GET',
      `${String(response.headers.location)}?format=csv`,
    );
    expect(table.json()).toMatchObject({ status: 404, detail: '试算尚未完成，请稍后再取。' });
  });
});

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
