import { sql } from 'drizzle-orm';
import { boolean, date, index, pgPolicy, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { CertificateKind } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ClockSide } from '../../domain/clocks/clock.ts';
import type { ReferralReason } from '../../domain/statistics/station-figures.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/** The units on the path of the station, one column each, so that any unit's rows are one index away. */
const units = {
  station: text().$type<UnitCode>().notNull(),
  county: text().$type<UnitCode>(),
  city: text().$type<UnitCode>(),
  province: text().$type<UnitCode>().notNull(),
} as const;

/**
 * What each case counts for at each of its stations, written with its ledger: statistics of any unit and period are sums
 * over it. The table is partitioned by `side`: nobody sums over both, and half of the rows are half of the pages.
 */
export const stationFigures = pgTable(
  'station_figures',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    side: text().$type<ClockSide>().notNull(),
    ...units,
    /** Whether the unit counts the case by this row: one that came to two of its stations is one case. */
    leadsCounty: boolean('leads_county').notNull(),
    leadsCity: boolean('leads_city').notNull(),
    leadsProvince: boolean('leads_province').notNull(),
    acceptedOn: date('accepted_on').$type<PlainDate>().notNull(),
    closedOn: date('closed_on').$type<PlainDate>(),
    rerouted: boolean().notNull(),
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
    primaryKey({ columns: [table.caseNo, table.side, table.station] }),
    // That of a province stands in the migration: it includes every figure, which Drizzle cannot say. Sums over a hundred
    // thousand rows are read from it alone, in half the time.
    ...(['station', 'county', 'city'] as const).map((unit) =>
      index(`station_figures_${unit}`).on(table[unit], table.acceptedOn),
    ),
    // A unit counts the rows of its scope and no others, whatever the query asks for. The setting is read once for a
    // query, not for each of a province's hundred thousand rows: that alone was half of the time (bench/statistics.ts).
    // A list of the columns instead of a `case` has Postgres search four indexes and misjudge what it will find.
    pgPolicy('station_figures_scope', {
      for: 'select',
      to: apiRole,
      using: sql`case (select ${currentUnit}) ${sql.join(
        [table.province, table.city, table.county, table.station].map((unit) => sql`when ${unit} then true`),
        sql` `,
      )} else false end`,
    }),
    workerPolicy('station_figures'),
  ],
);
