import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { savePersons } from '../../db/repositories/directory.ts';
import { addDays, parsePlainDate } from '../../domain/time/plain-date.ts';
import type { Caller } from './directory-door.ts';
import { now, openDirectory, sibling, station } from './directory-door.ts';

const { call, idOf, owner, persons } = await openDirectory();
afterAll(() => owner.close());

const confirmedBefore: Record<string, number> = {
  [idOf('liaison_officer')]: 200,
  [idOf('station_leader', sibling)]: 100,
};
const changed = persons
  .filter(({ id }) => id in confirmedBefore || id === idOf('station_leader'))
  .map((person) => ({
    ...person,
    lastConfirmedOn: addDays(parsePlainDate('2026-11-25'), -(confirmedBefore[person.id] ?? 0)),
    ...(person.id === idOf('station_leader') ? { validUntil: parsePlainDate('2026-11-24') } : {}),
  }));
await savePersons(owner, changed, { by: 'test', at: now });

interface Page {
  readonly items: readonly { kind: string; unitCode: string; post: string; reason: string | null }[];
  readonly nextCursor: string | null;
}

const list = async (caller: Caller, query = '') => (await call(caller, 'GET', `/gaps${query}`)).json<Page>();
const keysOf = ({ items }: Page) => items.map(({ unitCode, post, kind }) => `${unitCode} ${post} ${kind}`);

const findings = [
  `${sibling} station_leader reminder_due`,
  `${station} liaison_officer blocked`,
  `${station} liaison_officer gap`,
  `${station} station_leader gap`,
];

describe('what is wrong with the directory', () => {
  it('is shown to whoever has to mend it, each his part', async () => {
    for (const caller of ['county', 'city', 'province'] as const) {
      expect(keysOf(await list(caller))).toEqual(findings);
    }
    expect(keysOf(await list('leader'))).toEqual(findings.slice(1));
    expect(keysOf(await list('sibling'))).toEqual(findings.slice(0, 1));
    for (const caller of ['liaison', 'stranger', 'administrator'] as const) {
      expect((await call(caller, 'GET', '/gaps')).statusCode).toBe(403);
    }
  });

  it('says why, since when, and who is told meanwhile (S36)', async () => {
    const { items } = await list('leader');
    const instead = [{ post: 'deputy_liaison_officer', name: '测试副专管员丁' }];
    expect(items).toMatchObject([
      { kind: 'blocked', name: '测试专管员丁', lastConfirmedOn: '2026-05-09', instead },
      { kind: 'gap', reason: 'unconfirmed', reasonTitle: '长期未确认，已停用', instead },
      { kind: 'gap', reason: 'not_valid', instead: [{ post: 'county_supervisor' }] },
    ]);
  });

  it('comes in pages and by kind', async () => {
    const first = await list('county', '?limit=3');
    const second = await list('county', `?limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...keysOf(first), ...keysOf(second)]).toEqual(findings);
    expect(second.nextCursor).toBeNull();
    expect(keysOf(await list('county', '?kind=reminder_due'))).toEqual(findings.slice(0, 1));
  });

  it('is mended by a confirmation', async () => {
    const id = idOf('station_leader', sibling);
    const { headers } = await call('sibling', 'GET', `/persons/${id}`);
    const confirm = { headers: { 'if-match': String(headers.etag) } };
    await call('sibling', 'PUT', `/persons/${id}/confirmation`, confirm);
    expect(keysOf(await list('sibling'))).toEqual([]);
  });
});

describe('the quality mark', () => {
  it('counts calls to the station that nobody answered since the entry was confirmed', async () => {
    const accepting = '440106990000';
    const call1 = { type: 'call_logged', outcome: 'not_answered', by: { unitCode: accepting } };
    const events = [
      { at: '2026-11-20T09:00:00+08:00', event: call1 },
      { at: '2026-11-20T10:00:00+08:00', event: { ...call1, outcome: 'answered' } },
      { at: '2026-11-21T09:00:00+08:00', event: { ...call1, by: { unitCode: sibling } } },
      { at: '2026-07-01T09:00:00+08:00', event: call1 },
      { at: '2026-11-18T09:00:00+08:00', event: call1 },
      // To whom a call went is what it says itself.
      { at: '2026-11-20T11:00:00+08:00', event: { ...call1, called: accepting } },
    ];
    const caseNo = '44010699000020261102000019';
    await owner.execute(sql`
      insert into cases (case_no, seq, status, holder, accepting_station, home_station, taking_part,
        accepted_at, state)
      values (${caseNo}, ${events.length}, 'verifying', 'home_station', ${accepting}, ${sibling},
        array[${accepting}::text, ${sibling}], now(), '{}')`);
    for (const [index, { at, event }] of events.entries()) {
      await owner.execute(sql`
        insert into ledger_events (case_no, seq, step_key, position, occurred_at, event, hash)
        values (${caseNo}, ${index + 1}, ${`call/${index}`}, 0, ${at}, ${JSON.stringify(event)}::text::jsonb, '')`);
    }
    const id = idOf('liaison_officer', sibling);
    const read = async () => (await call('stranger', 'GET', `/persons/${id}`)).json<object>();
    const [person] = persons.filter((each) => each.id === id);
    if (person === undefined) throw new Error('no such person');
    const confirmedOn = (date: string) =>
      savePersons(owner, [{ ...person, lastConfirmedOn: parsePlainDate(date) }], { by: 'test', at: now });
    await confirmedOn('2026-11-19');
    expect(await read()).toMatchObject({ callsNotAnswered: 1, quality: 'doubtful', qualityTitle: '存疑' });
    await confirmedOn('2026-11-01');
    expect(await read()).toMatchObject({ callsNotAnswered: 2 });
    await confirmedOn('2026-11-25');
    expect(await read()).toMatchObject({ callsNotAnswered: 0, quality: 'reliable' });
  });
});
