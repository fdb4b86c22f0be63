import { and, between, eq, isNotNull, sql } from 'drizzle-orm';
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
  averageWorkingDays: sql<number | null>`round(avg(${figures.workingDays}), 2)::float8`,
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

/** The statistics of a unit, its stations included. */
export async function readStatistics(executor: Executor, question: StatisticsQuestion): Promise<Statistics> {
  const [row] = await executor.select(sums).from(figures).where(asked(question));
  if (row === undefined) throw new Error('a sum over nothing is a row too');
  return row;
}

/** The same for each unit of a level below, where it had a case. */
export async function readStatisticsByUnit(
  executor: Executor,
  question: StatisticsQuestion,
  below: UnitLevel,
): Promise<(Statistics & { readonly unitCode: UnitCode })[]> {
  const column = unitColumns[question.side][below];
  const rows = await executor
    .select({ unitCode: column, ...sums })
    .from(figures)
    .where(and(asked(question), isNotNull(column)))
    .groupBy(column)
    .orderBy(column);
  return rows.flatMap(({ unitCode, ...row }) => (unitCode === null ? [] : [{ unitCode, ...row }]));
}
