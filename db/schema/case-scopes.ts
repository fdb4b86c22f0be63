import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseStatus } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * When a case is due, after every date where it has none; says it as the indexes do, so that they serve. No `coalesce`:
 * under row-level security Postgres takes it for something that may leak, and does not look for it in an index. The page
 * behind 200,000 cases of a province took 0.9 s.
 */
export function dueOrNever({ dueAt }: { readonly dueAt: AnyPgColumn | SQL }): SQL {
  return sql`(case when ${dueAt} is null then 'infinity' else ${dueAt} end)`;
}

/**
 * Who may see a case: a row for each unit that takes part in it, for the successors of those, and for every unit above
 * one of them. `scopes_of_cases` in the migrations is the one rule; `record_step` holds a case to it, and triggers on the
 * tree and the mergers all that they concern. Policies and lists both go through it; with 1,000,000 cases the newest 50
 * of any unit took 0.3–9 ms, an `ltree` policy 792 ms.
 */
export const caseScopes = pgTable(
  'case_scopes',
  {
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    status: text().$type<CaseStatus>().notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    dueAt: instant('due_at'),
    acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
    homeStation: text('home_station').$type<UnitCode>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.unitCode] }),
    // Its indexes (by acceptance, by status, by due date) stand in the migration: they include the stations, which Drizzle
    // cannot say. Among 230,000 cases of a province those of another are found without a look at the cases themselves.
    pgPolicy('case_scopes_own_unit', {
      for: 'select',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('case_scopes'),
  ],
);
