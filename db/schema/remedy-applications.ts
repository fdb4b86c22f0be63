import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RemedyChoice, RemedyStanding } from '../../domain/operations/remedy.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, isInScopeOrOfNoCase, workerPolicy } from './roles.ts';

const inScope = sql.raw(isInScopeOrOfNoCase('remedy_applications'));

/** What administrators had done to cases that did not move, why, and whether it helped. Never changed but forwards. */
export const remedyApplications = pgTable(
  'remedy_applications',
  {
    id: uuid().primaryKey(),
    /** Null where it is of no one case: a message. */
    caseNo: text('case_no').$type<CaseNo>(),
    choice: jsonb().$type<RemedyChoice>().notNull(),
    /** In somebody's words, which may name people; null when retention has taken it out. */
    reason: personalText(),
    standing: text().$type<RemedyStanding>().notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedUnit: text('requested_unit').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** The second person, where one has to agree. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** Where the ledger ended when it was applied. */
    seqBefore: integer('seq_before'),
    appliedAt: instant('applied_at'),
    /** What was seen afterwards, in codes and numbers. */
    finding: text(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('remedy_applications_of_case').on(table.caseNo, table.requestedAt),
    index('remedy_applications_unfinished')
      .on(table.requestedAt)
      .where(sql`${table.endedAt} is null`),
    check('remedy_applications_two_persons', sql`${table.decidedBy} is distinct from ${table.requestedBy}`),
    pgPolicy('remedy_applications_scope', { for: 'all', to: apiRole, using: inScope, withCheck: inScope }),
    workerPolicy('remedy_applications'),
  ],
);
