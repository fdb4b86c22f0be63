import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { connectOwner, createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { createDoor, openDoor } from './door.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
afterAll(() => owner.close());
// With few rows Postgres sorts whatever indexes there are. Told not to, it does so only where none has the order.
for (const way of ['seqscan', 'sort', 'incremental_sort', 'bitmapscan']) {
  const database = new URL(url).pathname.slice(1);
  await owner.execute(sql.raw(`alter database "${database}" set enable_${way} = off`));
}
const temporal = await connectOwnNamespace();
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());
const door = await openDoor(url, temporal.client);

interface Listed {
  readonly caseNo: string;
  readonly acceptedAt: string;
  readonly dueAt: string | null;
}

interface Page {
  readonly items: readonly Listed[];
  readonly nextCursor: string | null;
}

const orders = {
  '-acceptedAt': { key: ({ acceptedAt }: Listed) => acceptedAt, sign: -1 },
  acceptedAt: { key: ({ acceptedAt }: Listed) => acceptedAt, sign: 1 },
  dueAt: { key: ({ dueAt }: Listed) => dueAt ?? '9', sign: 1 },
  '-dueAt': { key: ({ dueAt }: Listed) => dueAt ?? '9', sign: -1 },
} as const;
type Sort = keyof typeof orders;
const sorts = Object.keys(orders) as Sort[];

async function page(query: string): Promise<Page> {
  const response = await door.call('window', 'GET', `/v1/cases?${query}`);
  expect([query, response.statusCode]).toEqual([query, 200]);
  return response.json();
}

/** Every page to the end; after the first, something happens. */
async function walk(sort: Sort, limit: number, meanwhile: () => Promise<unknown>): Promise<Listed[]> {
  const first = await page(`sort=${sort}&limit=${limit}`);
  await meanwhile();
  const seen = [...first.items];
  for (let next = first.nextCursor; next !== null;) {
    const following = await page(`sort=${sort}&limit=${limit}&cursor=${next}`);
    seen.push(...following.items);
    next = following.nextCursor;
  }
  return seen;
}

async function setDates(caseNo: string, dates: { acceptedAt: string; dueAt: string | null }): Promise<void> {
  for (const table of ['cases', 'case_scopes']) {
    await owner.execute(
      sql`update ${sql.identifier(table)} set accepted_at = ${dates.acceptedAt}, due_at = ${dates.dueAt}
          where case_no = ${caseNo}`,
    );
  }
}

const days = ['2026-11-02T09:00:00+08:00', '2026-11-03T09:00:00+08:00', '2026-11-04T09:00:00+08:00'];

describe('the list of cases, in every order', () => {
  it('shows each case once and in its place, with equal dates and with cases added between the pages', async () => {
    const made: string[] = [];
    for (let n = 0; n < 8; n += 1) made.push(await door.submit());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 4 }),
        fc.array(
          fc.record({
            acceptedAt: fc.constantFrom(...days),
            dueAt: fc.constantFrom(...days, null),
          }),
          { minLength: made.length, maxLength: made.length },
        ),
        async (sort, limit, dates) => {
          for (const [index, caseNo] of made.entries()) {
            await setDates(caseNo, dates[index] ?? { acceptedAt: days[0] ?? '', dueAt: null });
          }
          const { key, sign } = orders[sort];
          const placeOf = (item: Listed) => `${key(item)} ${item.caseNo}`;
          const items = await walk(sort, limit, () => door.submit());
          const before = items.filter(({ caseNo }) => made.includes(caseNo));
          expect(before.map(({ caseNo }) => caseNo).sort()).toEqual([...made].sort());
          expect(new Set(items.map(({ caseNo }) => caseNo)).size).toBe(items.length);
          const inOrder = [...items].sort((one, other) => (placeOf(one) < placeOf(other) ? -sign : sign));
          expect(items).toEqual(inOrder);
        },
      ),
      { numRuns: 16 },
    );
  });

  it('refuses the cursor of another order', async () => {
    const { nextCursor } = await page('sort=dueAt&limit=1');
    for (const query of [`cursor=${nextCursor ?? ''}`, `sort=-dueAt&cursor=${nextCursor ?? ''}`]) {
      const response = await door.call('window', 'GET', `/v1/cases?${query}`);
      expect(response.json()).toMatchObject({ status: 422, errors: [{ code: 'wrong_cursor' }] });
    }
    const response = await door.call('window', 'GET', '/v1/cases?sort=name');
    expect(response.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/query/sort', code: 'not_a_choice' }],
    });
  });

  it.each([
    ['sort=-acceptedAt', 'case_scopes_by_acceptance'],
    ['sort=acceptedAt', 'case_scopes_by_acceptance'],
    ['sort=-acceptedAt&status=closed', 'case_scopes_by_status'],
    ['sort=dueAt', 'case_scopes_by_due'],
    ['sort=-dueAt', 'case_scopes_by_due'],
    ['sort=dueAt&status=in_transit&status=verifying', 'case_scopes_open_by_due'],
    ['sort=dueAt&overdue=true', 'case_scopes_open_by_due'],
    ['sort=-dueAt&dueBefore=2999-01-01T00:00:00Z&status=verifying', 'case_scopes_open_by_due'],
  ])('?%s is read off %s', async (query, index) => {
    const scans = async () => {
      const [row] = await owner.execute<{ scans: number }>(
        sql`select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = ${index}`,
      );
      return row?.scans ?? Number.NaN;
    };
    const before = await scans();
    const passing = await createDoor(url, temporal.client);
    const response = await passing.call('window', 'GET', `/v1/cases?${query}&limit=2`);
    expect(response.statusCode).toBe(200);
    // What a session has counted is there soon after it has ended.
    await passing.close();
    await waitFor(async () => (await scans()) > before, { timeoutMs: 30_000, what: index });
  });
});
