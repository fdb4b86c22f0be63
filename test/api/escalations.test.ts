import { describe, expect, it } from 'vitest';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { actor } from '../domain/case/commands.ts';
import { verifying } from '../domain/case/roads.ts';
import type { Person } from './door.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { door, keep, escalate } = await openLedgerDoor('2026-11-10T09:00:00+08:00');

const r4 = 'verification/1/R4' as RungKey;
const county = { ...actor('county_supervisor'), unitCode: parseUnitCode('520302000000') };
const text = '正在查阅户籍底册。';

const silent = await keep(escalate(verifying(), '2026-11-10T08:00:00+08:00'));
const replied = await keep(
  escalate(verifying(), '2026-11-10T08:30:00+08:00').do('reply', { rungKey: r4 }, county),
  { escalation_replied: { act: 'reply', text, expectedOn: parsePlainDate('2026-11-12') } },
);

interface Item {
  readonly caseNo: string;
  readonly rung: string;
  readonly standing: string;
  readonly reply: unknown;
}

async function list(person: Person, query = ''): Promise<Item[]> {
  const response = await door.call(person, 'GET', `/v1/escalations${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<{ items: Item[] }>().items;
}

const named = (items: readonly Item[]) => items.map(({ caseNo, rung }) => [caseNo, rung]);

describe('the reply to an escalation', () => {
  const by = { officerId: 'county_supervisor', role: 'county_supervisor', roleTitle: '县级督办员' };

  it('is read by those above the stations and by those who handle the case', async () => {
    for (const person of ['homeProvince', 'acceptingCounty', 'window', 'liaison'] as const) {
      const [item] = await list(person, '?standing=acknowledged');
      expect(item).toMatchObject({
        caseNo: replied,
        reply: { text, expectedOn: '2026-11-12', by, at: '2026-11-10T08:30:00.000+08:00' },
      });
    }
  });

  it('is not read by an administrator or an auxiliary, who see no escalations', async () => {
    for (const person of ['administrator', 'auxiliary'] as const) {
      const response = await door.call(person, 'GET', '/v1/escalations');
      expect(response.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    }
  });

  it('is given by the station that owes it and those above it, and by nobody else', async () => {
    const allowedTo = async (person: Person) => {
      const response = await door.call(person, 'GET', `/v1/cases/${silent}`);
      return response.json<{ allowedActs: string[] }>().allowedActs.includes('reply');
    };
    for (const person of ['liaison', 'homeLeader', 'homeProvince'] as const) {
      expect([person, await allowedTo(person)]).toEqual([person, true]);
    }
    for (const person of ['acceptingLeader', 'acceptingCounty'] as const) {
      expect([person, await allowedTo(person)]).toEqual([person, false]);
      const body = { rungKey: r4, text };
      const refused = await door.call(person, 'POST', `/v1/cases/${silent}/reply`, { key: person, body });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'unit_not_allowed']);
    }
  });

  it('may be to a rung that came again after a later calendar had taken it back', async () => {
    const body = { rungKey: `${r4}+1`, text };
    const refused = await door.call('liaison', 'POST', `/v1/cases/${silent}/reply`, { key: 'again', body });
    expect(refused.json<{ code: string }>().code).not.toBe('validation_failed');
  });

  it('is asked of whoever owes it', async () => {
    const response = await door.call('liaison', 'GET', `/v1/cases/${silent}/notices`);
    const notices = response.json<{ items: { unitCode: string; role: string; text: string }[] }>().items;
    const asked = notices.filter(({ text }) => text.includes('须于1个工作日内回告'));
    for (const role of ['liaison_officer', 'station_leader']) {
      expect(asked).toContainEqual(expect.objectContaining({ unitCode: '520302990000', role }));
    }
  });

  it('is null as long as there is none', async () => {
    const items = await list('homeProvince', '?standing=open');
    expect(items).toMatchObject([{ caseNo: silent, rung: 'R4', replyDemanded: true, reply: null }]);
  });

  it('is told to whoever was told of the rung, the one who gave it excepted', async () => {
    const response = await door.call('window', 'GET', `/v1/cases/${replied}/notices`);
    const notices = response.json<{ items: { unitCode: string; role: string; text: string }[] }>().items;
    const told = notices.filter(({ text }) => text.includes('已回告'));
    expect(told.map(({ unitCode, role }) => [unitCode, role])).toEqual([
      ['440106990000', 'window_officer'],
      ['520302990000', 'liaison_officer'],
      ['520302990000', 'station_leader'],
    ]);
    for (const notice of told) {
      expect(notice.text).toBe('【红色】查证已逾期：督办已回告，内容请在督办列表查看。');
    }
  });
});

describe('the list of escalations', () => {
  it('keeps apart what demands a reply and what only informs', async () => {
    expect(named(await list('homeProvince', '?replyDemanded=true'))).toEqual([
      [replied, 'R4'],
      [silent, 'R4'],
    ]);
    const informed = await list('homeProvince', '?replyDemanded=false');
    expect(informed.map(({ rung, standing }) => [rung, standing])).toEqual([
      ['R3', 'informed'],
      ['R3', 'informed'],
      ['R2', 'informed'],
      ['R2', 'informed'],
    ]);
    expect(named(await list('homeProvince', '?standing=informed'))).toEqual(named(informed));
    const counts = await door.call('homeProvince', 'GET', '/v1/escalations/counts');
    expect(counts.json<{ items: object[] }>().items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ colour: 'yellow', standing: 'informed', count: 2 }),
        expect.objectContaining({ colour: 'red', standing: 'open', count: 1 }),
      ]),
    );
  });

  it('can be that of the caller’s own seat', async () => {
    // Of the red rung the accepting officer was told and the home station, which owes the reply.
    expect(named(await list('window', '?to=me'))).toEqual([
      [replied, 'R4'],
      [silent, 'R4'],
    ]);
    const ofLiaison = await list('liaison', '?to=me');
    expect(ofLiaison.map(({ rung }) => rung)).toEqual(['R4', 'R4', 'R3', 'R3', 'R2', 'R2']);
    const ofLeader = await list('homeLeader', '?to=me');
    expect(ofLeader.map(({ rung }) => rung)).toEqual(['R4', 'R4', 'R3', 'R3']);
    expect(await list('homeProvince', '?to=me')).toEqual([]);
  });

  it('goes on page by page under every filter, each once', async () => {
    const pages: Item[] = [];
    let cursor = '';
    do {
      const query = `?to=me&replyDemanded=false&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const response = await door.call('liaison', 'GET', `/v1/escalations${query}`);
      const page = response.json<{ items: Item[]; nextCursor: string | null }>();
      pages.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(named(pages)).toEqual(named(await list('liaison', '?to=me&replyDemanded=false')));
    expect(pages).toHaveLength(4);
  });
});
