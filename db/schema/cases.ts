import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Holder } from '../../domain/case/projection.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseOutcome, CaseStatus } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** The projection: what the ledger of a case adds up to, written in the ledger's transaction. */
export const cases = pgTable(
  'cases',
  {
    caseNo: text('case_no').$type<CaseNo>().primaryKey(),
    seq: integer().notNull(),
    status: text().$type<CaseStatus>().notNull(),
    outcome: text().$type<CaseOutcome>(),
    holder: text().$type<Holder>().notNull(),
    acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
    homeStation: text('home_station').$type<UnitCode>().notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    deliveredAt: instant('delivered_at'),
    dueAt: instant('due_at'),
    answeredAt: instant('answered_at'),
    closedAt: instant('closed_at'),
    /** The whole state, for reading one case: clock with explanation, pending effects, answer. */
    state: jsonb().$type<CaseState>().notNull(),
  },
  (table) => [
    index('cases_accepted_at').on(table.acceptedAt.desc(), table.caseNo),
    check('cases_outcome_when_closed', sql`(${table.status} = 'closed') = (${table.outcome} is not null)`),
    scopePolicy('cases'),
    workerPolicy('cases'),
  ],
);
