import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { StatisticsQuestion } from '../db/repositories/statistics.ts';
import { readStatistics } from '../db/repositories/statistics.ts';
import { withScope } from '../db/scope.ts';
import type { ClockSide } from '../domain/clocks/clock.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { parsePlainDate } from '../domain/time/plain-date.ts';
import type { UnitCode, UnitLevel } from '../domain/units/unit.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { describeMachine, median } from './machine.ts';

/**
 * How long the statistics of a unit take among a million cases, as the API asks for them: under its role and its
 * row-level security, the unit's own sums and those of each unit below it. Beside them a bare count of the same rows.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '9' },
  },
});
const caseCount = Number(values.cases);
const rounds = Number(values.rounds);

/** Working days of about 16 months at 3,000 cases each. */
const period = { from: parsePlainDate('2025-08-01'), to: parsePlainDate('2026-11-30') };
const lastMonth = parsePlainDate('2026-11-01');

interface Asked {
  readonly name: string;
  readonly side: ClockSide;
  readonly level: UnitLevel;
  readonly below: UnitLevel | null;
  readonly from: PlainDate;
}

const questions: readonly Asked[] = [
  { name: 'station, month', side: 'home', level: 'station', below: null, from: lastMonth },
  { name: 'county, all', side: 'home', level: 'county', below: 'station', from: period.from },
  { name: 'city, all', side: 'home', level: 'city', below: 'county', from: period.from },
  { name: 'province, month', side: 'home', level: 'province', below: 'city', from: lastMonth },
  { name: 'province, all', side: 'home', level: 'province', below: 'city', from: period.from },
  {
    name: 'province, all, accepting',
    side: 'accepting',
    level: 'province',
    below: 'city',
    from: period.from,
  },
];

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-statistics-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir, durability: 'ephemeral' });
const opened: Database[] = [];
try {
  await migrateDatabase(postgres.url);
  const owner = connectDatabase({ url: postgres.url, role: 'owner', maxConnections: 1 });
  const api = connectDatabase({ url: postgres.url, role: 'tongban_api', maxConnections: 1 });
  opened.push(owner, api);
  console.log(`写入${caseCount}件的统计数据…`);
  await fill(owner);
  const figures = [];
  for (const question of questions) {
    const figure = await measure(owner, api, question);
    console.log(
      `${question.name}：${figure.cases}件，中位${figure.medianMs}毫秒，最长${figure.slowestMs}毫秒，为计数的${figure.timesCount}倍`,
    );
    figures.push(figure);
  }
  if (values.json) console.log(JSON.stringify({ cases: caseCount, figures, machine: describeMachine() }));
} finally {
  for (const database of opened) await database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/**
 * Units of the country's number: 32 provinces of very unequal weight (the heaviest has about a seventh of the cases),
 * 11 cities each, 8 counties in a city, 14 stations in a county. The cases come in the order of their days, as they do;
 * every twentieth came to two home stations.
 */
async function fill({ client: sql }: Database): Promise<void> {
  await sql`
    insert into station_figures (case_no, side, station, county, city, province, leads_county, leads_city,
      leads_province, accepted_on, closed_on, rerouted, answered_in_time, working_days, unsigned, referral, certificate,
      filing_in_time, blue_rungs, yellow_rungs, red_rungs, replies_demanded, replies_in_time)
    select 'bench-' || n, side, 'S' || station, 'K' || station / 14, 'C' || station / 112, 'P' || station / 1232,
      true, true, true,
      ${period.from}::date + (n * (${period.to}::date - ${period.from}::date) / ${caseCount}::bigint)::int,
      case when random() < 0.95 then ${period.to}::date end,
      n % 20 = 0,
      case when chance < 0.9 then true when chance < 0.97 then false end,
      case when chance < 0.97 then 1 + floor(random() * 6) end,
      chance > 0.99,
      case when chance between 0.85 and 0.92 then 'inconsistent' when chance > 0.95 then 'identity_not_verifiable' end,
      case when chance < 0.2 then 'annex_2' when chance < 0.85 then 'annex_1' end,
      case when chance < 0.2 then random() < 0.9 end,
      floor(chance * 2), floor(chance * 1.5), floor(chance * 1.2), floor(chance * 1.1), floor(chance * 1.05)
    from (
      select n, side, random() as chance,
        (least(31, floor(32 * power(random(), 1.8))) * 1232 + floor(random() * 1232))::int as station
      from generate_series(1, ${caseCount}::bigint) as n,
        unnest(array['accepting', 'home', 'home']) with ordinality as stay(side, place)
      where place < 3 or n % 20 = 0) stays
    on conflict do nothing`;
  await sql`vacuum analyze station_figures`;
}

async function measure(owner: Database, api: Database, { name, side, level, below, from }: Asked) {
  const unitCode = { station: 'S0', county: 'K0', city: 'C0', province: 'P0' }[level] as UnitCode;
  const { to } = period;
  const question: StatisticsQuestion = { side, unitCode, level, from, to };
  const ask = () => withScope(api, unitCode, (executor) => readStatistics(executor, question, below));
  const countRows = () => owner.client`
    select count(*) from station_figures where side = ${side} and ${owner.client(level)} = ${unitCode} and accepted_on between ${from} and ${to}`;
  const { total } = await ask();
  const [asked, counted] = [await timesOf(ask), await timesOf(countRows)];
  return {
    name,
    cases: total.cases,
    medianMs: Math.round(median(asked)),
    slowestMs: Math.round(Math.max(...asked)),
    timesCount: Math.round((median(asked) / median(counted)) * 10) / 10,
  };
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAtMs = performance.now();
    await work();
    times.push(performance.now() - startedAtMs);
  }
  return times;
}
