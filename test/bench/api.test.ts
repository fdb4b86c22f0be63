import { describe, expect, it } from 'vitest';
import { benchCountry, stationDrawer } from '../../bench/api/country.ts';
import { dealOut, latencyOf, quantile } from '../../bench/api/latency.ts';
import type { LoadResult } from '../../bench/api/load.ts';
import { copyText, fill, SlotFinder } from '../../bench/api/pattern.ts';
import { applicantOf, personOf } from '../../bench/api/persons.ts';
import { distinctPlans, plansIn, scannedTables, withoutPersons } from '../../bench/api/plans.ts';
import { answeredOf, faultsOf } from '../../bench/api/result.ts';
import { seededRandom } from '../../commands/simulation/plan.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { buildUnitTree } from '../../domain/units/unit-tree.ts';

describe('latency', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

  it('is that of the value below or at which the share lies', () => {
    expect(latencyOf(hundred.toReversed(), 2000)).toEqual({
      ...{ requests: 100, perSecond: 50, p50Ms: 50, p95Ms: 95, p99Ms: 99, slowestMs: 100 },
    });
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('is measured with requests of which no two connections send the same', () => {
    const portions = dealOut(hundred, 3);
    expect(portions.map(({ length }) => length)).toEqual([34, 33, 33]);
    expect(new Set(portions.flat()).size).toBe(100);
    expect(dealOut(['a', 'b'], 3)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
    ]);
  });
});

describe('the text of a true case', () => {
  const asOf = parsePlainDate('2026-12-10');
  const person = '5a3b1e00-0000-4000-8000-000000000001';
  const finder = () => new SlotFinder({ asOf, units: new Set(['440106990000']), keptIds: new Set([person]) });

  it('is split at dates, numbers, units and ids, the same text at the same slot', () => {
    const slots = finder();
    const text = '{"at": "2026-12-08T09:00:00.000+08:00", "unit": "440106990000", "on": "2026-12-08"}';
    const pattern = slots.pattern(text);
    expect(slots.slots).toEqual([
      { kind: 'date', days: -2 },
      { kind: 'unit', code: '440106990000' },
    ]);
    expect(fill(pattern, ['2026-01-01', '330106010000'])).toBe(
      '{"at": "2026-01-01T09:00:00.000+08:00", "unit": "330106010000", "on": "2026-01-01"}',
    );
  });

  it('keeps people of the directory, other units, telephone numbers and digests', () => {
    const slots = finder();
    const digest = 'ab'.repeat(31) + '12';
    const text = `${person} 520302990000 13800000000 ${digest}`;
    expect(slots.pattern(text)).toEqual([text]);
  });

  it('gives a number of the station another number of its day, and an id another id', () => {
    const slots = finder();
    const [number] = slots.pattern('44010699000020261201000018');
    const [id] = slots.pattern('56eceef895de4a45940714034cebc691');
    expect([slots.slots[Number(number)], slots.slots[Number(id)]]).toEqual([
      { kind: 'number', n: 0, days: -9 },
      { kind: 'id', form: 'hex' },
    ]);
  });

  it('is written as Postgres copies it', () => {
    expect(copyText(null)).toBe('\\N');
    expect(copyText('a\\b\tc\nd')).toBe('a\\\\b\\tc\\nd');
  });
});

describe('the country of the benchmark', () => {
  const { units, stations } = benchCountry();

  it('is a tree of the real size', () => {
    expect(buildUnitTree(units).size).toBe(units.length);
    expect(stations.length).toBeGreaterThan(38_000);
  });

  it('has its cases where people have moved to', () => {
    const draw = stationDrawer(stations, 'accepting');
    const random = seededRandom(1);
    const drawn = Array.from({ length: 10_000 }, () => stations[draw(random())]?.province.slice(0, 2));
    const share = drawn.filter((province) => province === '44').length / drawn.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.28);
  });

  it('has people with valid numbers, each once, and some with a second case', () => {
    const today = parsePlainDate('2026-12-01');
    const numbers = [0, 1, 999, 1000, 999_999, 10_000_000].map((n) => personOf(n).idNumber);
    expect(numbers.every((number) => checkIdNumber(number, today).valid)).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect([applicantOf(6), applicantOf(7), applicantOf(8)]).toEqual([6, 0, 8]);
  });
});

describe('plans', () => {
  const log = [
    '2026-12-01 00:00:00.000 UTC [1] LOG:  duration: 0.061 ms  plan:',
    '\tQuery Text: select "case_no"',
    '\t  from "cases" where "case_no" = $1',
    '\tIndex Scan using cases_pkey on cases  (cost=0.28..2.50 rows=1 width=27) (actual time=0.1..0.1 rows=1 loops=1)',
    "\t  Index Cond: (case_no = '44010699000020261201000018'::text)",
    '2026-12-01 00:00:00.000 UTC [1] LOG:  checkpoint starting: time',
    '2026-12-01 00:00:01.000 UTC [1] LOG:  duration: 1.061 ms  plan:',
    '\tQuery Text: select 1 from "cases"',
    '\tGather  (cost=1.00..2.00 rows=1 width=4)',
    '\t  ->  Parallel Seq Scan on cases  (cost=0.00..2.50 rows=1 width=27)',
    '',
  ].join('\n');

  it('are found in the log of Postgres with their statements', () => {
    const plans = plansIn(log);
    expect(plans.map(({ query }) => query)).toEqual([
      'select "case_no" from "cases" where "case_no" = $1',
      'select 1 from "cases"',
    ]);
    expect(plans[0]?.plan).toMatch(/^Index Scan using cases_pkey/);
  });

  it('are kept once of each shape, and name nobody', () => {
    const [first, second] = plansIn(log);
    if (first === undefined || second === undefined) throw new Error('there are two');
    const again = { ...first, plan: first.plan.replace('0.28..2.50', '0.30..9.50') };
    expect(distinctPlans([first, second, again])).toEqual([again, second]);
    expect(withoutPersons(first.plan)).toContain("case_no = '<case>'");
    expect(withoutPersons(`= '9e01aa47.${'a'.repeat(43)}'`)).toBe("= '<hash>'");
  });

  it('show a large table that is read from end to end', () => {
    const large = new Set(['cases']);
    expect(plansIn(log).map(({ plan }) => scannedTables(plan, large))).toEqual([[], ['cases']]);
    expect(scannedTables('Seq Scan on units', large)).toEqual([]);
    expect(scannedTables('Index Scan using x on cases', large)).toEqual([]);
  });
});

describe('the result', () => {
  const question = { name: 'overdue-county', title: '逾期', kind: 'list', requests: [] } as const;
  const result = (p95Ms: number, change: Partial<LoadResult> = {}): LoadResult => ({
    latency: { requests: 10, perSecond: 1, p50Ms: 40, p95Ms, p99Ms: 200, slowestMs: 200 },
    autocannon: { p50Ms: 40, p97_5Ms: 150, p99Ms: 200 },
    ...{ statuses: { '200': 10 }, errors: 0, ...change },
  });
  const bare = { ...result(4), latency: { ...result(4).latency, p50Ms: 4 } };

  it('says how many times the bare route it is', () => {
    expect(answeredOf(question, result(50), bare).timesBare).toBe(10);
    expect(answeredOf(question, result(50), null).timesBare).toBe(1);
  });

  it('is at fault when a list takes 100 ms, an answer is none, or a large table is scanned', () => {
    const fine = answeredOf(question, result(99.9), bare);
    expect(faultsOf([fine], [{ name: 'overdue-county', scans: [] }])).toEqual([]);
    const slow = answeredOf(question, result(100), bare);
    const refused = answeredOf(question, result(5, { statuses: { '200': 9, '503': 1 } }), bare);
    const lost = answeredOf(question, result(5, { errors: 1 }), bare);
    const scan = { name: 'overdue-county', scans: ['cases'] };
    expect(faultsOf([slow, refused, lost], [scan])).toHaveLength(4);
    expect(faultsOf([{ ...slow, kind: 'count' }], [])).toEqual([]);
    const none = answeredOf(
      question,
      { ...result(NaN), latency: { ...result(5).latency, requests: 0 } },
      bare,
    );
    expect(faultsOf([none], [])).toHaveLength(1);
  });
});
