import { describe, expect, it } from 'vitest';
import { sampleApplication } from '../house/case-driver.ts';
import type { Person } from './door.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door, temporal, url } = await openHouseWithDoor();

interface Page {
  readonly items: readonly { caseNo: string; applicant: { name: string; idNumber: string } }[];
  readonly nextCursor: string | null;
}

async function list(person: Person, query = ''): Promise<Page> {
  return (await door.call(person, 'GET', `/v1/cases${query}`)).json();
}

describe('who sees a case', () => {
  it('is nobody of a third unit: 404 everywhere, an empty list, acts included', async () => {
    const caseNo = await door.submit();
    for (const place of [
      '',
      '/timeline',
      '/deadline',
      '/agenda',
      '/notices',
      '/certificate',
      '/attachments/1',
    ]) {
      const response = await door.call('stranger', 'GET', `/v1/cases/${caseNo}${place}`);
      expect([place, response.statusCode]).toEqual([place, 404]);
    }
    for (const act of ['transmit', 'receive', 'issue']) {
      const response = await door.call('stranger', 'POST', `/v1/cases/${caseNo}/${act}`);
      expect(response.json()).toMatchObject({ status: 404, code: 'case_not_found' });
    }
    expect(await list('stranger')).toEqual({ items: [], nextCursor: null });
  });

  it('is told no more of a case outside his scope than of one that does not exist', async () => {
    const caseNo = await door.submit();
    const [outside, absent, malformed] = await Promise.all(
      [caseNo, `${caseNo.slice(0, 20)}99999${caseNo.slice(25)}`, 'nonsense'].map(async (text) => {
        const response = await door.call('stranger', 'GET', `/v1/cases/${text}`);
        return { ...response.json<object>(), instance: 'any' };
      }),
    );
    expect(outside).toEqual(absent);
    expect(outside).toEqual(malformed);
  });

  it('are the two stations in full, and whoever supervises either of them masked', async () => {
    const caseNo = await door.submit();
    const { name, telephone } = sampleApplication.applicant;
    for (const person of ['window', 'acceptingLeader', 'liaison', 'homeLeader'] as const) {
      const view = (await door.call(person, 'GET', `/v1/cases/${caseNo}`)).json<object>();
      expect(view).toMatchObject({
        personalData: 'full',
        applicant: { name },
        application: { purpose: '办理入职手续' },
      });
    }
    const decisions = { acceptingCounty: ['reroute'], homeProvince: [] };
    for (const person of ['acceptingCounty', 'homeProvince'] as const) {
      const response = await door.call(person, 'GET', `/v1/cases/${caseNo}`);
      expect(response.json()).toMatchObject({
        personalData: 'masked',
        applicant: { name: '李**' },
        // A supervisor may decide which station it goes to, without reading whose case it is.
        allowedActs: decisions[person],
      });
      for (const secret of [name, telephone, '19900307', '云山路1号测试公寓']) {
        expect(response.body).not.toContain(secret);
      }
      expect((await door.call(person, 'GET', `/v1/cases/${caseNo}/certificate`)).statusCode).toBe(403);
    }
  });

  it('is no auxiliary, who drafts only, and no administrator', async () => {
    const caseNo = await door.submit();
    for (const person of ['auxiliary', 'administrator', 'auditor'] as const) {
      for (const address of ['/v1/cases', `/v1/cases/${caseNo}`, `/v1/cases/${caseNo}/certificate`]) {
        const response = await door.call(person, 'GET', address);
        expect(response.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
      }
    }
  });

  it('sees lists masked, even his own', async () => {
    const caseNo = await door.submit();
    for (const person of ['window', 'liaison', 'acceptingCounty', 'homeProvince'] as const) {
      const [newest] = (await list(person)).items;
      expect(newest).toMatchObject({ caseNo, applicant: { name: '李**' } });
      expect(newest?.applicant.idNumber).toMatch(/^520302\*{8}[\dX]{4}$/);
    }
  });
});

describe('the list of cases', () => {
  it('goes on where it ended, whatever is added in front meanwhile', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift(await door.submit());
    const first = await list('window', '?limit=2');
    expect(first.items.map(({ caseNo }) => caseNo)).toEqual(made.slice(0, 2));
    await door.submit();
    const second = await list('window', `?limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ caseNo }) => caseNo)).toEqual(made.slice(2, 4));
  });

  it('ends', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list('homeProvince', `?limit=3${cursor}`);
      seen.push(...page.items.map(({ caseNo }) => caseNo));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    const all = (await list('homeProvince', '?limit=100')).items.map(({ caseNo }) => caseNo);
    expect(seen).toEqual(all);
  });

  it('filters by status, station, time and lateness', async () => {
    const withdrawn = await door.submit();
    await door.call('window', 'POST', `/v1/cases/${withdrawn}/withdraw`, { body: {} });
    const numbers = async (query: string) => (await list('window', query)).items.map(({ caseNo }) => caseNo);
    expect(await numbers('?status=closed')).toEqual([withdrawn]);
    expect(await numbers('?status=closed&status=accepted')).toContain(withdrawn);
    expect(await numbers('?homeStation=520302990000&status=closed')).toEqual([withdrawn]);
    expect(await numbers('?acceptingStation=520302990000')).toEqual([]);
    expect(await numbers('?acceptedSince=2999-01-01T00:00:00%2B08:00')).toEqual([]);
    expect(await numbers('?acceptedSince=2020-01-01T00:00:00Z&limit=1')).toHaveLength(1);
    expect(await numbers('?overdue=true')).toEqual([]);
    expect(await numbers('?overdue=true&status=closed')).toEqual([]);

    const caseNo = await door.submit();
    await door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`);
    await door.until(caseNo, ({ deadline }) => deadline !== null);
    expect(await numbers('?dueBefore=2999-01-01T00:00:00Z')).toEqual([caseNo]);
    const late = await openDoor(url, temporal.client, {
      clock: { now: () => '2999-01-01T00:00:00.000+08:00' as never },
    });
    const overdue = (await late.call('window', 'GET', '/v1/cases?overdue=true')).json<Page>();
    expect(overdue.items).toEqual([expect.objectContaining({ caseNo, overdue: true })]);
  });

  it.each([
    ['limit=0', '/query/limit', 'too_small'],
    ['limit=101', '/query/limit', 'too_large'],
    ['limit=many', '/query/limit', 'wrong_type'],
    ['status=lost', '/query/status/0', 'not_a_choice'],
    ['colour=blue', '/query/colour', 'unknown_field'],
    ['dueBefore=tomorrow', '/query/dueBefore', 'wrong_form'],
    ['dueBefore=0000-01-01T00:00:00Z', '/query/dueBefore', 'wrong_form'],
    ['acceptedSince=2026-06-30T23:59:60Z', '/query/acceptedSince', 'wrong_form'],
    ['homeStation=%00', '/query/homeStation', 'wrong_characters'],
    ['cursor=bm9uc2Vuc2U', '/query/cursor', 'wrong_cursor'],
    ['cursor=WzEsMl0', '/query/cursor', 'wrong_cursor'],
  ])('is 422 for ?%s', async (query, pointer, code) => {
    const response = await door.call('window', 'GET', `/v1/cases?${query}`);
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer, code }] });
  });
});

describe('catalogues', () => {
  it('offer matters and units', async () => {
    const matters = (await door.call('window', 'GET', '/v1/matters')).json<{ items: object[] }>().items;
    expect(matters).toHaveLength(12);
    expect(matters[7]).toMatchObject({ code: 'KINSHIP', title: '亲属关系', detailsRequired: true });
    const units = async (query: string) =>
      (await door.call('window', 'GET', `/v1/units${query}`)).json<{
        items: { code: string }[];
        nextCursor: string | null;
      }>();
    expect((await units('?level=province')).items.map(({ code }) => code)).toEqual([
      '440000000000',
      '520000000000',
      '650000000000',
    ]);
    expect((await units('?parent=520302000000&query=桃溪')).items).toMatchObject([
      { code: '520302990000', telephone: '0851-00000008' },
    ]);
    const page = await units('?limit=2');
    expect((await units(`?limit=1&cursor=${page.nextCursor ?? ''}`)).items[0]?.code).toBe('440104000000');
  });
});
