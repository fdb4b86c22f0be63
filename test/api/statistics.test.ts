import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { storePlayedCases } from '../db/statistics-cases.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import type { Person } from './door.ts';
import { openDoor } from './door.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), worker.close()]));
await storePlayedCases(owner, worker);
const clock = { now: () => parseInstant('2026-11-30T09:00:00+08:00') };
const door = await openDoor(url, undefined as never, { clock });

type Row = Readonly<Record<string, string | number | null>>;

interface View {
  readonly unitCode: string;
  readonly unitName: string;
  readonly total: Row;
  readonly units: readonly Row[];
}

const ofDay = '/v1/statistics?from=2026-11-02&to=2026-11-02';

async function read(person: Person, query = ''): Promise<View> {
  const response = await door.call(person, 'GET', `${ofDay}${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<View>();
}

describe('the statistics of a unit', () => {
  it.each([
    ['homeProvince', 'home', 2],
    ['homeProvince', 'accepting', 0],
    ['acceptingCounty', 'accepting', 1],
    ['liaison', 'home', 0],
  ] as const)('as CSV say the same as in JSON: %s, %s', async (person, side, unitCount) => {
    const view = await read(person, `&side=${side}`);
    const response = await door.call(person, 'GET', `${ofDay}&side=${side}&format=csv`);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="statistics-${view.unitCode}-${side}-2026-11-02-2026-11-02.csv"`,
    );
    expect(response.body).toMatch(/^\uFEFF单位,申请件数,其中改送他处,[^"]*按期回告率\r\n/);
    const [head, ...lines] = parse(response.body, { bom: true });
    const rows = [...view.units, { ...view, ...view.total, unitName: `${view.unitName}（合计）` }];
    expect(rows).toHaveLength(unitCount + 1);
    expect(lines).toEqual(rows.map((row) => [`${row.unitCode} ${row.unitName}`, ...cellsOf(row, view)]));
    expect(head).toHaveLength(Object.keys(view.total).length + 1);
  });

  it('keep their units as text, and no name as a formula', async () => {
    const { body } = await door.call('homeProvince', 'GET', `${ofDay}&unit=520402000000&format=csv`);
    expect(body.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      '\uFEFF单位',
      '520402990000 =西秀分局东关派出所',
      '520402000000 安顺市公安局西秀分局（合计）',
      '',
    ]);
  });

  it('count a case that came to two cities once in the total, and in each of them', async () => {
    const { total, units } = await read('homeProvince', '&side=home');
    expect([total.cases, ...units.map(({ cases }) => cases)]).toEqual([13, 13, 1]);
    expect(units[1]).toMatchObject({ unitCode: '520400000000', inTimeShare: 1, repliesInTimeShare: null });
  });

  it.each([
    ['2026-11-01', '2026-11-01', 1],
    ['2026-11-02', '2026-11-02', 12],
    ['2026-11-03', '2026-11-30', 1],
  ])('are of the cases accepted from %s to %s, by the date in China: %i', async (from, to, cases) => {
    const address = `/v1/statistics?side=accepting&from=${from}&to=${to}`;
    const response = await door.call('acceptingCounty', 'GET', address);
    expect(response.json<View>().total.cases).toBe(cases);
  });

  it.each([
    ['a unit that is not below the caller', 'unit=440000000000', 404],
    ['a day that does not exist', 'from=2026-02-30', 422],
    ['an end before the beginning', 'from=2026-11-03&to=2026-11-02', 422],
  ])('are refused: %s', async (_, query, status) => {
    const { statusCode } = await door.call('homeProvince', 'GET', `/v1/statistics?${query}`);
    expect(statusCode).toBe(status);
  });
});

/** The figures of a row, in the order in which JSON has them. */
function cellsOf(row: Row | View, { total }: View): string[] {
  return Object.keys(total).map((field) => String((row as Row)[field] ?? ''));
}
