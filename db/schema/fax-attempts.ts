import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { FaxOutcome } from '../../domain/fax/attempt.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** Faxes of the n-th handing over of a dossier: written down before they are queued, with their report when it ended. */
export const faxAttempts = pgTable(
  'fax_attempts',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    attempt: integer().notNull(),
    /** A station's official number. */
    faxNumber: text('fax_number').notNull(),
    begunAt: instant('begun_at').notNull(),
    /** Null, as all below, while nobody knows what became of it. */
    outcome: text().$type<FaxOutcome>(),
    endedAt: instant('ended_at'),
    pagesSent: integer('pages_sent'),
    jobId: integer('job_id'),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.n, table.attempt] }),
    check(
      'fax_attempts_end',
      sql`(${table.outcome} is null) = (${table.endedAt} is null) and (${table.outcome} is null) = (${table.pagesSent} is null)`,
    ),
    scopePolicy('fax_attempts'),
    workerPolicy('fax_attempts'),
  ],
);
