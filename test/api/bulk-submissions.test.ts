import fc from 'fast-check';
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { applicantIdHashes } from '../../db/repositories/applications.ts';
import { applications, auditEntries } from '../../db/schema/index.ts';
import type { Application } from '../../domain/application/application.ts';
import { systemClock } from '../../platform/clock.ts';
import { outage } from '../../platform/error-trace.ts';
import { testKeyRing } from '../services/test-key-ring.ts';
import type { Door, Person } from './door.ts';
import { anotherApplication, openDoor, openHouseWithDoor } from './door.ts';

const { door, house, temporal, url } = await openHouseWithDoor();

interface Item {
  readonly key: unknown;
  readonly application: unknown;
}

interface Result {
  readonly key: string | null;
  readonly status: number;
  readonly caseNo?: string;
  readonly replayed?: boolean;
  readonly problem?: {
    readonly code: string;
    readonly instance: string;
    readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  };
}

let keys = 0;
const item = (application: unknown = anotherApplication()): Item => ({
  key: `item-${(keys += 1)}`,
  application,
});

const send = (items: unknown, through: Door = door, person: Person = 'window') =>
  through.call(person, 'POST', '/v1/cases/bulk', { body: { items } });

async function resultsOf(items: readonly unknown[], through: Door = door): Promise<readonly Result[]> {
  const response = await send(items, through);
  expect([response.statusCode, response.body]).toEqual([200, expect.any(String)]);
  return response.json<{ items: Result[] }>().items;
}

const inShort = (results: readonly Result[]) =>
  results.map(({ status, problem }) => `${status} ${problem?.code ?? 'in'}`);

const casesOf = ({ applicant }: Application) =>
  house.owner.$count(
    applications,
    inArray(applications.applicantIdHash, applicantIdHashes(house.owner, applicant.idNumber)),
  );

describe('many applications at once', () => {
  it('are each accepted or refused by themselves, and told in their order', async () => {
    const right = anotherApplication();
    const items = [
      item(right),
      item({ ...anotherApplication(), agreed: false }),
      item({ ...anotherApplication(), favouriteColour: 'blue', agreed: 'yes' }),
      { key: 'with space', application: { ...anotherApplication(), agreed: 'yes' } },
      5,
      { key: 'alone' },
      // The same person and matter again: the earlier one comes first.
      item(right),
      item(),
    ];
    const results = await resultsOf(items);
    expect(inShort(results)).toEqual([
      '201 in',
      '422 application_not_eligible',
      '422 validation_failed',
      '422 validation_failed',
      '422 validation_failed',
      '422 validation_failed',
      '422 application_not_eligible',
      '201 in',
    ]);
    const faults = results.map(({ problem }) =>
      problem?.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted(),
    );
    expect(faults).toEqual([
      undefined,
      ['/items/1/application/agreed not_agreed'],
      ['/items/2/application/agreed wrong_type', '/items/2/application/favouriteColour unknown_field'],
      ['/items/3/application/agreed wrong_type', '/items/3/key wrong_characters'],
      ['/items/4 wrong_type'],
      ['/items/5/application missing'],
      ['/items/6/application/matters open_case_of_same_matter'],
      undefined,
    ]);
    expect(results.map(({ key }) => key)).toEqual([
      ...['item-1', 'item-2', 'item-3', 'with space', null, 'alone', 'item-4', 'item-5'],
    ]);
    expect(new Set(results.flatMap(({ problem }) => problem?.instance ?? [])).size).toBe(1);
    const caseNo = results[0]?.caseNo ?? '';
    expect((await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json()).toMatchObject({ caseNo });
  });

  it('are made once each when the whole request, or a part of it, comes again', async () => {
    const items = [item(), item({ ...anotherApplication(), agreed: false }), item()];
    const first = await resultsOf(items);
    const again = await resultsOf([...items.toReversed(), item()]);
    expect(inShort(again)).toEqual(['201 in', '422 application_not_eligible', '201 in', '201 in']);
    expect([again[2]?.caseNo, again[0]?.caseNo]).toEqual([first[0]?.caseNo, first[2]?.caseNo]);
    expect(again.map(({ replayed }) => replayed)).toEqual([true, undefined, true, false]);
    expect(await casesOf(items[0]?.application as Application)).toBe(1);
  });

  it('are the same requests as each alone under its key', async () => {
    const [alone, together] = [item(), item()];
    const single = ({ key, application }: Item) =>
      door.call('window', 'POST', '/v1/cases', { body: application, key: String(key) });
    const made = (await single(alone)).json<{ caseNo: string }>().caseNo;
    const [repeated, fresh] = await resultsOf([alone, together]);
    expect([repeated?.caseNo, repeated?.replayed]).toEqual([made, true]);
    const response = await single(together);
    expect(response.headers['idempotency-replayed']).toBe('true');
    expect(response.json()).toMatchObject({ caseNo: fresh?.caseNo });
  });

  it('make one case of a key that comes twice, and refuse it for another application', async () => {
    const twice = item();
    const results = await resultsOf([twice, twice, { ...twice, application: anotherApplication() }]);
    expect(inShort(results)).toEqual(['201 in', '201 in', '422 idempotency_key_reused']);
    expect(results[1]).toMatchObject({ caseNo: results[0]?.caseNo, replayed: true });
  });

  it('are as many cases as there are different ones, however they are mixed and repeated', async () => {
    const pool = Array.from({ length: 4 }, () => item());
    const numbers = new Map<number, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(pool.length - 1), { minLength: 1, maxLength: 8 }), async (picked) => {
        const results = await resultsOf(picked.map((n) => pool[n]));
        for (const [at, n] of picked.entries()) {
          const caseNo = results[at]?.caseNo ?? 'none';
          expect(caseNo).toBe(numbers.get(n) ?? caseNo);
          numbers.set(n, caseNo);
        }
        expect(new Set(numbers.values()).size).toBe(numbers.size);
      }),
      { numRuns: 15 },
    );
    for (const { application } of [...numbers.keys()].map((n) => pool[n] ?? item())) {
      expect(await casesOf(application as Application)).toBe(1);
    }
  });

  it('are refused whole where there is nothing to go through', async () => {
    const many = Array.from({ length: 101 }, () => item());
    for (const [items, fault] of [
      [[], '/items too_few'],
      [many, '/items too_many'],
      [{}, '/items wrong_type'],
      [undefined, '/items missing'],
    ] as const) {
      const problem = (await send(items)).json<{
        code: string;
        errors: { pointer: string; code: string }[];
      }>();
      expect([problem.code, ...problem.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
        'validation_failed',
        fault,
      ]);
    }
    const large = { ...anotherApplication(), purpose: '办'.repeat(400_000) };
    expect((await send([item(large)])).json()).toMatchObject({ status: 413, code: 'body_too_large' });
    expect((await send([item()], door, 'liaison')).json()).toMatchObject({ code: 'role_not_allowed' });
  });

  it('are a row of the audit for each that is in', async () => {
    const operation = eq(auditEntries.operation, 'submitApplications');
    await house.owner.delete(auditEntries);
    const results = await resultsOf([item(), item({}), item()]);
    const rows = await house.owner.select().from(auditEntries).where(operation).orderBy(auditEntries.seq);
    const made = results.flatMap(({ caseNo }) => caseNo ?? []);
    expect(rows.map(({ caseNo, outcome, kind }) => [caseNo, outcome, kind])).toEqual(
      made.map((caseNo) => [caseNo, 'allowed', 'handle']),
    );
    expect(new Set(rows.map(({ requestId }) => requestId)).size).toBe(1);
    await house.owner.delete(auditEntries);
    await resultsOf([item({})]);
    expect(await house.owner.$count(auditEntries, operation)).toBe(1);
  });
});

describe('many applications where something is missing', () => {
  it('count one by one for the limits: what is more waits for the next minute', async () => {
    const limited = await openDoor(url, temporal.client, { rateLimits: { perClient: 0, perPerson: 2 } });
    const items = [item(), item(), item(), item()];
    const response = await send(items, limited);
    expect(inShort(response.json<{ items: Result[] }>().items)).toEqual([
      ...['201 in', '201 in', '429 too_many_requests', '429 too_many_requests'],
    ]);
    expect(response.headers.ratelimit).toMatch(/^"person";r=0;t=\d+$/);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect((await send(items, limited)).json()).toMatchObject({ status: 429 });
  });

  it('say where Postgres went away in their midst what was not tried, and go on when they come again', async () => {
    const database = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
    const files = createAttachmentFiles({ database, clock: systemClock });
    let asked = 0;
    const broken = await openDoor(url, temporal.client, {
      attachmentFiles: {
        ...files,
        whileStored: (papers, work) => {
          asked += 1;
          return asked === 3 ? Promise.reject(outage('Postgres is away')) : files.whileStored(papers, work);
        },
      },
    });
    const items = [item(), item(), item(), item(), item({})];
    const lost = await send(items, broken);
    const first = lost.json<{ items: Result[] }>().items;
    expect(inShort(first)).toEqual([
      ...['201 in', '201 in', '503 service_unavailable', '503 item_not_tried', '503 item_not_tried'],
    ]);
    expect(lost.headers['retry-after']).toBe('5');
    const again = await resultsOf(items);
    expect(inShort(again)).toEqual([...Array<string>(4).fill('201 in'), '422 validation_failed']);
    expect(again.slice(0, 2).map(({ caseNo }) => caseNo)).toEqual(
      first.slice(0, 2).map(({ caseNo }) => caseNo),
    );
    for (const { application } of items.slice(0, 4))
      expect(await casesOf(application as Application)).toBe(1);
    await database.close();
  });

  it('are kept without a worker, and keep their numbers when they come again', async () => {
    const unreachable = await openDoor(url, temporal.client, { commandTimeoutMs: 0 });
    const items = Array.from({ length: 20 }, () => item());
    const kept = await resultsOf(items, unreachable);
    expect(inShort(kept)).toEqual(Array(20).fill('202 in'));
    const again = await resultsOf(items);
    expect(inShort(again)).toEqual(Array(20).fill('201 in'));
    expect(again.map(({ caseNo }) => caseNo)).toEqual(kept.map(({ caseNo }) => caseNo));
  });
});
