import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Holder } from '../../domain/case/holder.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseOutcome, CaseStatus, FilingStatus } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** Whether a complaint about the case waits for an answer; says it as the index does, so that the index serves. */
export function hasOpenComplaint({ state }: { readonly state: AnyPgColumn | SQL }): SQL {
  return sql`jsonb_path_exists(${state}, '$.complaints[*] ? (@.answeredAt == null)')`;
}

/** Whether an effect was asked for and has not happened; as the index says it. */
export function hasPendingEffect({ state }: { readonly state: AnyPgColumn | SQL }): SQL {
  return sql`(${state} -> 'pending') <> '{}'::jsonb`;
}

/** The projection: what the ledger of a case adds up to, written in the ledger's transaction. */
export const cases = pgTable(
  'cases',
  {
    caseNo: text('case_no').$type<CaseNo>().primaryKey(),
    seq: integer().notNull(),
    status: text().$type<CaseStatus>().notNull(),
    outcome: text().$type<CaseOutcome>(),
    filing: text().$type<FilingStatus>().notNull().default('none'),
    holder: text().$type<Holder>().notNull(),
    calendarVersion: text('calendar_version'),
    acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
    homeStation: text('home_station').$type<UnitCode>().notNull(),
    /** The units that have a part in it now: `case_scopes` follows from them, the mergers and the tree. */
    takingPart: text('taking_part').array().$type<UnitCode[]>().notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    deliveredAt: instant('delivered_at'),
    dueAt: instant('due_at'),
    answeredAt: instant('answered_at'),
    closedAt: instant('closed_at'),
    /** When something happens to it by itself: the head of its agenda; null when nothing will. */
    nextAt: instant('next_at'),
    /** When its personal data were taken out; what it was stays in ledger and figures. */
    anonymisedAt: instant('anonymised_at'),
    /** The whole state, for reading one case: clock with explanation, pending effects, answer. */
    state: jsonb().$type<CaseState>().notNull(),
  },
  (table) => [
    // What a revised calendar is brought to, page by page.
    index('cases_open')
      .on(table.caseNo, table.calendarVersion)
      .where(sql`${table.status} <> 'closed'`),
    // What should have happened and has not.
    index('cases_next_at')
      .on(table.nextAt)
      .where(sql`${table.status} <> 'closed'`),
    // What was asked for and has not been reported.
    index('cases_with_pending_effects').on(table.caseNo).where(hasPendingEffect(table)),
    // What the gauges of the ledger count (`ledger-gauges.ts`).
    index('cases_open_by_status')
      .on(table.status, table.dueAt, table.acceptedAt)
      .where(sql`${table.status} <> 'closed'`),
    // What the morning's digest looks for, also in cases that have ended.
    index('cases_open_complaints').on(table.caseNo).where(hasOpenComplaint(table)),
    // A supervisor who asks for one station: among a province's cases those of a station are one in ten thousand.
    index('cases_of_accepting_station').on(table.acceptingStation, table.acceptedAt, table.caseNo),
    index('cases_of_home_station').on(table.homeStation, table.acceptedAt, table.caseNo),
    index('cases_accepted_at').on(table.acceptedAt.desc(), table.caseNo),
    check('cases_outcome_when_closed', sql`(${table.status} = 'closed') = (${table.outcome} is not null)`),
    check(
      'cases_stations_take_part',
      sql`${table.takingPart} @> array[${table.acceptingStation}, ${table.homeStation}]`,
    ),
    scopePolicy('cases'),
    workerPolicy('cases'),
  ],
);
