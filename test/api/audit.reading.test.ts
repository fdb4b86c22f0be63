import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import { parseAnchors } from '../../domain/audit/parse-anchors.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { appendAt, sampleRow } from '../db/audited-acts.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { openDoor } from './door.ts';

const url = await createHouseDatabase();
const door = await openDoor(url, (await connectOwnNamespace()).client);
const owner = connectOwner(url);
afterAll(() => owner.close());

const caseNo = formatCaseNo(parseUnitCode('440106990000'), '2026-11-02' as PlainDate, 1);
const guangzhou = '440106990000';
const guizhou = '520302990000';
const at = (time: string) => `2026-11-0${time}+08:00`;

interface Page {
  readonly items: readonly { readonly day: string; readonly seq: number; readonly officerId: string }[];
  readonly nextCursor: string | null;
}

async function list(query: string): Promise<Page> {
  const response = await door.call(
    'auditor',
    'GET',
    `/v1/audit?to=${encodeURIComponent(at('9T00:00:00'))}&${query}`,
  );
  expect(response.statusCode).toBe(200);
  return response.json<Page>();
}

const officers = async (query: string) => (await list(query)).items.map(({ officerId }) => officerId);

beforeAll(async () => {
  await owner.delete(auditEntries);
  const row = (officer: string, change: object = {}) =>
    sampleRow({ officer_id: officer, unit_code: guangzhou, ...change });
  await appendAt(owner, at('2T10:00:00'), [row('a'), row('b', { unit_code: guizhou })]);
  await appendAt(owner, at('3T10:00:00'), [row('c', { outcome: 'denied', kind: 'file' }), row('d')]);
  await appendAt(owner, at('4T10:00:00'), [row('e', { kind: 'export', case_no: caseNo }), row('=f()')]);
});

describe('GET /v1/audit', () => {
  it('is for auditors, and for nobody who is another administrator as well', async () => {
    for (const person of ['window', 'acceptingCounty', 'acceptingProvince', 'administrator'] as const) {
      for (const place of ['audit', 'audit?format=csv', 'audit/anchors']) {
        const response = await door.call(person, 'GET', `/v1/${place}`);
        expect([person, response.statusCode]).toEqual([person, 403]);
      }
    }
    const twoOfThree = await door.issuer.sign({
      officerId: 'officer-1',
      roles: ['auditor', 'security_administrator'],
      unitCode: parseUnitCode('440100000000'),
    });
    const headers = { authorization: `Bearer ${twoOfThree}` };
    expect((await door.app.inject({ url: '/v1/audit', headers })).statusCode).toBe(403);
  });

  it('shows the rows of the auditor’s unit and below, newest first, and says all of a row', async () => {
    expect(await officers('')).toEqual(['=f()', 'e', 'd', 'c', 'a']);
    expect((await list('limit=1&kind=export')).items).toEqual([
      {
        ...{
          day: '2026-11-04',
          seq: 1,
          at: '2026-11-04T10:00:00.000+08:00',
          kind: 'export',
          kindTitle: '导出',
        },
        ...{ operation: 'getCase', outcome: 'allowed', outcomeTitle: '准许', officerId: 'e', requestId: 'r' },
        ...{ roles: ['window_officer'], unitCode: guangzhou, caseNo, objectId: null },
        code: null,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
    const ofOthers = await door.call('homeAuditor', 'GET', '/v1/audit');
    expect(ofOthers.json<Page>().items.map(({ officerId }) => officerId)).toContain('b');
    expect(ofOthers.json<Page>().items.map(({ officerId }) => officerId)).not.toContain('a');
  });

  it.each([
    ['officerId=d', ['d']],
    ['officerId=b', []],
    ['outcome=denied', ['c']],
    ['kind=file', ['c']],
    [`caseNo=${caseNo}`, ['e']],
    [`from=${encodeURIComponent(at('3T10:00:00'))}&kind=read`, ['=f()', 'd']],
    [`unit=${guangzhou}&outcome=denied`, ['c']],
  ])('?%s', async (query, expected) => {
    expect(await officers(query)).toEqual(expected);
  });

  it('goes on where a page ended, whatever was written meanwhile', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await list(`limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ officerId }) => officerId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['=f()', 'e', 'd', 'c', 'a']);
  });

  it.each([
    ['unit=520302990000', 404],
    ['caseNo=1', 422],
    ['from=2026-11-31T00:00:00Z', 422],
    ['kind=unknown', 422],
    ['cursor=eA', 422],
  ])('?%s is %i', async (query, expected) => {
    expect((await door.call('auditor', 'GET', `/v1/audit?${query}`)).statusCode).toBe(expected);
  });

  it('is exported as a table, of any length, and the export is itself audited', async () => {
    const many = Array.from({ length: 2100 }, () => sampleRow({ officer_id: 'many', unit_code: guangzhou }));
    await appendAt(owner, at('5T10:00:00'), many);
    const response = await door.call('auditor', 'GET', '/v1/audit?format=csv&officerId=many');
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers['content-disposition']).toBe('attachment; filename="audit.csv"');
    const lines = response.body.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF日期,序号,时间,种类,/);
    expect(lines.filter((line) => line.includes(',查阅,getCase,准许,many,受理民警,'))).toHaveLength(2100);
    const formula = await door.call('auditor', 'GET', '/v1/audit?format=csv&outcome=allowed');
    expect(formula.body).toContain(",'=f(),");

    const { items } = (
      await door.call('auditor', 'GET', '/v1/audit?officerId=officer-15&kind=export')
    ).json<Page>();
    expect(items).toMatchObject([{ operation: 'listAudit' }, { operation: 'listAudit' }]);
  });

  it('leaves a row of every read of it', async () => {
    const own = '/v1/audit?officerId=officer-15&kind=read_audit&limit=1';
    const [before] = (await door.call('auditor', 'GET', own)).json<Page>().items;
    const [after] = (await door.call('auditor', 'GET', own)).json<Page>().items;
    expect(after).toMatchObject({ operation: 'listAudit', outcome: 'allowed' });
    expect(after?.seq).toBe((before?.seq ?? 0) + 1);
  });
});

describe('GET /v1/audit/anchors', () => {
  it('says what the chain of each day came to, in the form that the verification reads', async () => {
    const response = await door.call('auditor', 'GET', '/v1/audit/anchors?from=2026-11-02&to=2026-11-04');
    const anchors = parseAnchors(response.body) ?? [];
    expect(anchors.map(({ day, count }) => [day, count])).toEqual([
      ['2026-11-02', 2],
      ['2026-11-03', 2],
      ['2026-11-04', 2],
    ]);
    const verdict = await owner.client.begin((sql) => verifyAudit(sql, {}, anchors));
    expect(verdict).toMatchObject({ anchors: 3, broken: null });
  });

  it.each(['from=2026-11-31', 'to=x', 'from=1999-01-01'])('?%s is refused', async (query) => {
    expect((await door.call('auditor', 'GET', `/v1/audit/anchors?${query}`)).statusCode).toBe(422);
  });
});
