import { and, between, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { caseFigures as figures } from '../schema/index.ts';

/** As which of the two stations of its cases a unit is counted. */
export const statisticsSides = ['accepting', 'home'] as const;

export type StatisticsSide = (typeof statisticsSides)[number];

/** What a unit and its stations did in a period, by the date of acceptance. */
export interface Statistics {
  readonly cases: number;
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
  accepting: {
    station: figures.acceptingStation,
    county: figures.acceptingCounty,
    city: figures.acceptingCity,
    province: figures.acceptingProvince,
  },
  home: {
    station: figures.homeStation,
    county: figures.homeCounty,
    city: figures.homeCity,
    province: figures.homeProvince,
  },
} as const satisfies Record<StatisticsSide, Record<UnitLevel, unknown>>;

export interface StatisticsQuestion {
  readonly side: StatisticsSide;
  readonly unitCode: UnitCode;
  readonly level: UnitLevel;
  /** Both days included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const count = (condition?: ReturnType<typeof sql>) =>
  condition === undefined
    ? sql<number>`count(*)::int`
    : sql<number>`(count(*) filter (where ${condition}))::int`;
const total = (column: unknown) => sql<number>`coalesce(sum(${column}), 0)::int`;

const sums = {
  cases: count(),
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
  return and(eq(unitColumns[side][level], unitCode), between(figures.acceptedOn, from, to));
}

type Sums = { readonly [Sum in keyof typeof sums]: number };

const nothing = Object.fromEntries(Object.keys(sums).map((sum) => [sum, 0])) as Sums;

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
  const column = unitColumns[question.side][below ?? question.level];
  // Provinces differ by a factor of twenty: the plan that Postgres keeps for all of them takes no second processor,
  // and twice the time for the large ones.
  await executor.execute(sql`set local plan_cache_mode = force_custom_plan`);
  const rows = await executor
    .select({ unitCode: column, ...sums })
    .from(figures)
    .where(asked(question))
    .groupBy(column)
    .orderBy(column);
  // A station that stands directly below has no unit of the level between: its cases count for the total.
  const units = rows.flatMap(({ unitCode, ...row }) =>
    unitCode === null ? [] : [{ unitCode, ...statisticsOf(row) }],
  );
  return { total: statisticsOf(rows.reduce(addSums, nothing)), units: below === null ? [] : units };
}

function addSums(a: Sums, b: Sums): Sums {
  const names = Object.keys(sums) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Sums;
}

function statisticsOf({ answered, workingDays, ...counts }: Sums): Statistics {
  const averageWorkingDays = answered === 0 ? null : Math.round((workingDays / answered) * 100) / 100;
  return { ...counts, averageWorkingDays };
}
