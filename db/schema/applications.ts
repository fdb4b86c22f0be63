import { sql } from 'drizzle-orm';
import { index, jsonb, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { Application } from '../../domain/application/application.ts';
import type { AcceptCommand } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import { instant, personalJson, personalText } from './columns.ts';
import { apiRole, currentUnit, scopePolicy, workerPolicy } from './roles.ts';

/** What the applicant asked for. Committed before its workflow starts, so that no crash loses it. */
export const applications = pgTable(
  'applications',
  {
    caseNo: text('case_no').$type<CaseNo>().primaryKey(),
    acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
    homeStation: text('home_station').$type<UnitCode>().notNull(),
    matters: text().array().$type<MatterCode[]>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    /** The command that begins the case: whoever finds its workflow missing sends it again. */
    acceptance: jsonb().$type<AcceptCommand>().notNull(),
    applicantName: personalText('applicant_name').notNull(),
    applicantIdNumber: personalText('applicant_id_number').notNull(),
    /** By which the applicant's cases are found; null after retention. */
    applicantIdHash: text('applicant_id_hash').$type<SearchHash>(),
    personal: personalJson<Application>()().notNull(),
  },
  (table) => [
    index('applications_id_hash').on(table.applicantIdHash),
    // Who looks for what was stored and never began looks among the newest.
    index('applications_submitted_at').on(table.submittedAt),
    scopePolicy('applications'),
    pgPolicy('applications_submit', {
      for: 'insert',
      to: apiRole,
      withCheck: sql`${table.acceptingStation} = ${currentUnit}`,
    }),
    pgPolicy('applications_submitted', {
      for: 'select',
      to: apiRole,
      using: sql`${table.acceptingStation} = ${currentUnit}`,
    }),
    workerPolicy('applications'),
  ],
);
