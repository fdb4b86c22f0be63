import { sql } from 'drizzle-orm';
import { boolean, date, index, pgPolicy, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { CertificateKind } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ReferralReason } from '../../domain/statistics/case-figures.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/** The units on the path of a station, one column each, so that any unit's cases are one index away. */
const units = {
  acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
  acceptingCounty: text('accepting_county').$type<UnitCode>(),
  acceptingCity: text('accepting_city').$type<UnitCode>(),
  acceptingProvince: text('accepting_province').$type<UnitCode>().notNull(),
  homeStation: text('home_station').$type<UnitCode>().notNull(),
  homeCounty: text('home_county').$type<UnitCode>(),
  homeCity: text('home_city').$type<UnitCode>(),
  homeProvince: text('home_province').$type<UnitCode>().notNull(),
} as const;

/** What each case counts for, written with its ledger: statistics of any unit and period are sums over it. */
export const caseFigures = pgTable(
  'case_figures',
  {
    caseNo: text('case_no').$type<CaseNo>().primaryKey(),
    ...units,
    acceptedOn: date('accepted_on').$type<PlainDate>().notNull(),
    closedOn: date('closed_on').$type<PlainDate>(),
    answeredInTime: boolean('answered_in_time'),
    workingDays: smallint('working_days'),
    unsigned: boolean().notNull(),
    referral: text().$type<ReferralReason>(),
    certificate: text().$type<CertificateKind>(),
    filingInTime: boolean('filing_in_time'),
    blueRungs: smallint('blue_rungs').notNull(),
    yellowRungs: smallint('yellow_rungs').notNull(),
    redRungs: smallint('red_rungs').notNull(),
    repliesDemanded: smallint('replies_demanded').notNull(),
    repliesInTime: smallint('replies_in_time').notNull(),
  },
  (table) => [
    ...(Object.keys(units) as (keyof typeof units)[]).map((unit) =>
      index(`case_figures_${table[unit].name}`).on(table[unit], table.acceptedOn),
    ),
    // A unit counts the cases of its scope and no others, whatever the query asks for. The setting is read once for a
    // query, not for each of a province's hundred thousand rows: that alone was half of the time (bench/statistics.ts).
    pgPolicy('case_figures_scope', {
      for: 'select',
      to: apiRole,
      using: sql`(select ${currentUnit}) in (${sql.join(
        (Object.keys(units) as (keyof typeof units)[]).map((unit) => sql`${table[unit]}`),
        sql`, `,
      )})`,
    }),
    workerPolicy('case_figures'),
  ],
);
