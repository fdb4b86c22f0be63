import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scannedTables } from '../../bench/api/plans.ts';
import type { Executor } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import type { CaseFilter, CaseOrder, CaseRow } from '../../db/repositories/cases.ts';
import { listCases } from '../../db/repositories/cases.ts';
import { listEscalations } from '../../db/repositories/escalations.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { withScope } from '../../db/scope.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { createHouseDatabase } from '../house/house.ts';

const province = parseUnitCode('P00000000000');
const station = (n: number) => parseUnitCode(`S${String(n).padStart(11, '0')}`);
const stations = (from: number, count: number) => Array.from({ length: count }, (_, n) => station(from + n));
const tables = ['cases', 'case_scopes', 'escalations', 'escalation_scopes'];
const now = parseInstant('2026-12-01T12:00:00.000+08:00');

const url = await createHouseDatabase();
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1 });
const owner = postgres(url, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await api.close();
  await owner.end();
});

/** 6,000 cases of a province at 300 home stations, the first 250 of which have the oldest only; every fifth is another province's. */
beforeAll(async () => {
  await owner`
    insert into cases (case_no, seq, status, outcome, holder, accepting_station, home_station, taking_part, accepted_at,
      due_at, state)
    select c.case_no, c.seq, c.status, c.outcome, c.holder, c.accepting, c.home, array[c.accepting, c.home], c.accepted_at,
      c.due_at, '{}'
    from (select 'case-' || lpad(n::text, 5, '0') as case_no, 1 as seq,
      case when n % 50 = 0 then 'verifying' else 'closed' end as status,
      case when n % 50 = 0 then null else 'collected' end as outcome, 'none' as holder,
      'S' || lpad((500 + n % 7)::text, 11, '0') as accepting,
      'S' || lpad((case when n < 1000 then n % 250 else 250 + n % 50 end)::text, 11, '0') as home,
      '2026-01-01T00:00:00Z'::timestamptz + (n / 3) * interval '1 hour' as accepted_at,
      case when n % 9 = 0 then null else '2026-01-06T00:00:00Z'::timestamptz + (n / 2) * interval '1 hour' end as due_at
    from generate_series(1, 6000) n) c`;
  await owner`
    insert into case_scopes (unit_code, case_no, status, accepted_at, due_at, accepting_station, home_station)
    select unit, case_no, status, accepted_at, due_at, accepting_station, home_station from cases,
      lateral (values (home_station), (accepting_station),
        (case when right(case_no, 1) in ('3', '8') then 'Q00000000000' else 'P00000000000' end)) units(unit)`;
  await owner`
    insert into escalations (case_no, rung_key, clock, rung, colour, fired_at, told)
    select case_no, 'verification/1/R4', 'verification', 'R4', 'red', accepted_at, '[]' from cases`;
  await owner`analyze`;
  // As many rows as a country has, as far as Postgres can tell: on few it would rightly read them from end to end.
  await owner`
    update pg_class set reltuples = reltuples * 200
    where relname = any(${tables})
      or oid in (select indexrelid from pg_index where indrelid::regclass::text = any(${tables}))`;
});

const newest: CaseOrder = { by: 'acceptedAt', direction: 'descending' };
const orders: CaseOrder[] = [
  newest,
  { by: 'acceptedAt', direction: 'ascending' },
  { by: 'dueAt', direction: 'ascending' },
  { by: 'dueAt', direction: 'descending' },
];

const keyOf = ({ by }: CaseOrder, row: CaseRow) => (by === 'acceptedAt' ? row.acceptedAt : row.dueAt);

/** Every page, one after the other. */
async function listAll(filter: Omit<CaseFilter, 'unitCode' | 'limit'>): Promise<CaseRow[]> {
  const all: CaseRow[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last && { key: keyOf(filter.order, last), caseNo: last.caseNo };
    const page = await withScope(api, province, (executor) =>
      listCases(executor, { ...filter, unitCode: province, limit: 100, after }),
    );
    all.push(...page);
    if (page.length < 100) return all;
  }
}

describe('the cases of some stations among those of a province', () => {
  const asked = {
    one: { homeStations: [station(4)] },
    'one of each side': { homeStations: stations(250, 50), acceptingStations: [station(501)] },
    'many that have their part': { homeStations: stations(250, 250) },
    'many that have none of the newest': { homeStations: stations(0, 250) },
    'open ones of many': { homeStations: stations(0, 300), statuses: ['verifying'] as const },
  };
  it.each(Object.keys(asked) as (keyof typeof asked)[])('of %s are those, in each order', async (which) => {
    const filter: Partial<CaseFilter> = asked[which];
    const everything = (await listAll({ order: newest })).filter(
      ({ homeStation, acceptingStation, status }) =>
        (filter.homeStations?.includes(homeStation) ?? true) &&
        (filter.acceptingStations?.includes(acceptingStation) ?? true) &&
        (filter.statuses?.includes(status) ?? true),
    );
    expect(everything.length).toBeGreaterThan(0);
    for (const order of orders) {
      const sign = order.direction === 'ascending' ? 1 : -1;
      const place = (row: CaseRow) => `${keyOf(order, row) ?? 'never'} ${row.caseNo}`;
      const expected = everything.toSorted((one, other) => (place(one) < place(other) ? -sign : sign));
      const found = await listAll({ ...filter, order });
      expect(found.map(({ caseNo }) => caseNo)).toEqual(expected.map(({ caseNo }) => caseNo));
    }
  });
});

describe('the plan of a list', () => {
  const large = new Set(tables);
  const list = (filter: Partial<CaseFilter>) => (executor: Executor) =>
    listCases(executor, { order: newest, unitCode: province, limit: 51, ...filter });
  const middle = { key: parseInstant('2026-02-01T00:00:00.000+08:00'), caseNo: 'case-02000' as CaseNo };
  const middleOfEscalations = {
    ...{ firedAt: middle.key, caseNo: middle.caseNo },
    rungKey: 'verification/1/R4' as RungKey,
  };
  const open = { statuses: ['in_transit', 'verifying'], dueBefore: now } as const;
  const lists = {
    'by acceptance': [list({}), 'case_scopes_by_acceptance'],
    'by due date': [list({ order: { by: 'dueAt', direction: 'ascending' } }), 'case_scopes_by_due'],
    'by acceptance, from the middle': [list({ after: middle }), 'case_scopes_by_acceptance'],
    'by due date, from the middle': [
      list({ after: middle, order: { by: 'dueAt', direction: 'ascending' } }),
      'case_scopes_by_due',
    ],
    'of what is overdue': [
      list({ ...open, order: { by: 'dueAt', direction: 'ascending' } }),
      'case_scopes_open_by_due',
    ],
    'of an accepting station': [list({ acceptingStations: [station(501)] }), 'cases_of_accepting_station'],
    'of a home station': [list({ homeStations: [station(3)] }), 'cases_of_home_station'],
    'of another province': [
      list({ homeStations: stations(250, 250) }),
      'case_scopes_by_acceptance',
      'hashed',
    ],
    'of the escalations of a province': [
      (executor: Executor) => listEscalations(executor, { unitCode: province, now, limit: 51 }),
      'escalation_scopes_by_firing',
    ],
    'of the escalations of a province, from the middle': [
      (executor: Executor) =>
        listEscalations(executor, { unitCode: province, now, limit: 51, after: middleOfEscalations }),
      'escalation_scopes_by_firing',
    ],
  } as const;

  it.each(Object.keys(lists) as (keyof typeof lists)[])(
    '%s has its index, for its values and for any',
    async (name) => {
      const [ask, index, ...looksUp] = lists[name];
      for (const kind of ['custom', 'generic'] as const) {
        const plans = await plansOf(ask, kind);
        expect(plans.flatMap((plan) => scannedTables(plan, large))).toEqual([]);
        // Where a page begins is looked up: whoever turns to the last page of a province does not read the others.
        expect(plans.join('\n')).not.toContain('Filter: (ROW(');
        for (const way of looksUp) expect(plans.join('\n')).toContain(way);
        if (kind === 'custom') expect(plans.join('\n')).toContain(index);
      }
    },
  );
});

/** How Postgres would go about the statements that are sent, under the role and the scope of the API. */
async function plansOf(ask: (executor: Executor) => Promise<unknown>, kind: 'custom' | 'generic') {
  const sent: { query: string; params: unknown[] }[] = [];
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { role: 'tongban_api' } });
  const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) };
  try {
    const executor = drizzle(sql, { logger }) as unknown as Executor;
    await withScope(executor, province, ask);
    return await sql.begin(async (transaction) => {
      await transaction`select set_config('tongban.unit', ${province}, true)`;
      const plans: string[] = [];
      for (const { query, params } of sent.filter(({ query: text }) => /^select (?!set_config)/.test(text))) {
        const rows =
          kind === 'custom'
            ? await transaction.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${query}`, params as never[])
            : await transaction.unsafe<{ 'QUERY PLAN': string }[]>(`explain (generic_plan) ${query}`);
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      }
      return plans;
    });
  } finally {
    await sql.end();
  }
}
