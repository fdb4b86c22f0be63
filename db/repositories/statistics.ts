import { and, between, eq, sql } from 'drizzle-orm';
import type { ClockSide } from '../../domain/clocks/clock.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { stationFigures as figures } from '../schema/index.ts';

/** What a unit and its stations did in a period, by the date of acceptance. What each counts: docs/statistics.md. */
export interface Statistics {
  readonly cases: number;
  readonly rerouted: number;
  readonly closed: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** Of those answered; null while there are none. */
  readonly averageWorkingDays: number | null;
  readonly unsigned: number;
  readonly referredInconsistent: number;
  readonly referredPartlyConsistent: number;
  readonly referredNotVerifiable: number;
  readonly referredAtWish: number;
  readonly certificates: number;
  readonly annex2: number;
  readonly filingsInTime: number;
  readonly filingsLate: number;
  readonly blueRungs: number;
  readonly yellowRungs: number;
  readonly redRungs: number;
  readonly repliesDemanded: number;
  readonly repliesInTime: number;
}

const unitColumns = {
  station: figures.station,
  county: figures.county,
  city: figures.city,
  province: figures.province,
} as const satisfies Record<UnitLevel, unknown>;

/** By which rows a unit of a level counts its cases. */
const leads = {
  station: sql`true`,
  county: sql`${figures.leadsCounty}`,
  city: sql`${figures.leadsCity}`,
  province: sql`${figures.leadsProvince}`,
} as const satisfies Record<UnitLevel, unknown>;

export interface StatisticsQuestion {
  readonly side: ClockSide;
  readonly unitCode: UnitCode;
  readonly level: UnitLevel;
  /** Both days included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const count = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;
const total = (column: unknown) => sql<number>`coalesce(sum(${column}), 0)::int`;

/** Cases, of which a unit counts each once however many of its stations it came to. */
const casesOf = (level: UnitLevel) => ({
  cases: count(leads[level]),
  rerouted: count(sql`${leads[level]} and ${figures.rerouted}`),
});

/** What happened at the stations: the same whoever sums it. */
const sums = {
  closed: count(sql`${figures.closedOn} is not null`),
  answeredInTime: count(sql`${figures.answeredInTime}`),
  answeredLate: count(sql`not ${figures.answeredInTime}`),
  answered: count(sql`${figures.workingDays} is not null`),
  workingDays: total(figures.workingDays),
  unsigned: count(sql`${figures.unsigned}`),
  referredInconsistent: count(sql`${figures.referral} = 'inconsistent'`),
  referredPartlyConsistent: count(sql`${figures.referral} = 'partly_consistent'`),
  referredNotVerifiable: count(sql`${figures.referral} = 'identity_not_verifiable'`),
  referredAtWish: count(sql`${figures.referral} = 'wish'`),
  certificates: count(sql`${figures.certificate} is not null`),
  annex2: count(sql`${figures.certificate} = 'annex_2'`),
  filingsInTime: count(sql`${figures.filingInTime}`),
  filingsLate: count(sql`not ${figures.filingInTime}`),
  blueRungs: total(figures.blueRungs),
  yellowRungs: total(figures.yellowRungs),
  redRungs: total(figures.redRungs),
  repliesDemanded: total(figures.repliesDemanded),
  repliesInTime: total(figures.repliesInTime),
} as const;

function asked({ side, unitCode, level, from, to }: StatisticsQuestion) {
  return and(eq(figures.side, side), eq(unitColumns[level], unitCode), between(figures.acceptedOn, from, to));
}

type Sums = { readonly [Sum in keyof typeof sums | keyof ReturnType<typeof casesOf>]: number };

const nothing = Object.fromEntries(
  [...Object.keys(sums), ...Object.keys(casesOf('station'))].map((sum) => [sum, 0]),
) as Sums;

export interface StatisticsAnswer {
  /** Of the unit, its stations included. */
  readonly total: Statistics;
  /** Of each unit of the level below that had a case. */
  readonly units: readonly (Statistics & { readonly unitCode: UnitCode })[];
}

/**
 * The statistics of a unit and of each unit of a level below it, none if null. Both come of one pass: a province's
 * year is a hundred thousand rows, and reading them is what it costs (bench/statistics.ts). Within a transaction.
 */
export async function readStatistics(
  executor: Executor,
  question: StatisticsQuestion,
  below: UnitLevel | null,
): Promise<StatisticsAnswer> {
  const level = below ?? question.level;
  const column = unitColumns[level];
  // Provinces differ by a factor of twenty: the plan that Postgres keeps for all of them takes no second processor,
  // and twice the time for the large ones.
  await executor.execute(sql`set local plan_cache_mode = force_custom_plan`);
  const rows = await executor
    .select({ unitCode: column, of: { ...sums, ...casesOf(level) }, ofWhole: casesOf(question.level) })
    .from(figures)
    .where(asked(question))
    .groupBy(column)
    .orderBy(column);
  // A station that stands directly below has no unit of the level between: its cases count for the total.
  const units = rows.flatMap(({ unitCode, of }) =>
    unitCode === null ? [] : [{ unitCode, ...statisticsOf(of) }],
  );
  const total = rows.map(({ of, ofWhole }) => ({ ...of, ...ofWhole })).reduce(addSums, nothing);
  return { total: statisticsOf(total), units: below === null ? [] : units };
}

function addSums(a: Sums, b: Sums): Sums {
  const names = Object.keys(nothing) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Sums;
}

function statisticsOf({ answered, workingDays, ...counts }: Sums): Statistics {
  const averageWorkingDays = answered === 0 ? null : Math.round((workingDays / answered) * 100) / 100;
  return { ...counts, averageWorkingDays };
}
