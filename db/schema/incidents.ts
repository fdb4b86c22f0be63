import { sql } from 'drizzle-orm';
import { bigserial, check, index, integer, pgPolicy, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { IncidentClass } from '../../domain/operations/incident.ts';
import { instant } from './columns.ts';
import { apiRole, isInScopeOrOfNoCase, workerPolicy } from './roles.ts';

/** What does not move, or did not: kept by the detector, one row from the first sight of it to its end. */
export const incidents = pgTable(
  'incidents',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    class: text().$type<IncidentClass>().notNull(),
    subjectKey: text('subject_key').notNull(),
    caseNo: text('case_no').$type<CaseNo>(),
    workflowId: text('workflow_id'),
    queue: text(),
    /** Which of the things of a case or workflow. */
    part: text(),
    since: instant('since').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    endedAt: instant('ended_at'),
    attempts: integer().notNull(),
    reason: text(),
    message: text().notNull(),
    build: text(),
  },
  (table) => [
    // The same thing seen again is the same incident; after its end it is another.
    uniqueIndex('incidents_open')
      .on(table.class, table.subjectKey)
      .where(sql`${table.endedAt} is null`),
    index('incidents_of_case').on(table.caseNo, table.id),
    index('incidents_ended')
      .on(table.endedAt)
      .where(sql`${table.endedAt} is not null`),
    check('incidents_in_order', sql`${table.lastSeenAt} >= ${table.firstSeenAt}`),
    // What is of no case concerns whoever runs the house.
    pgPolicy('incidents_scope', {
      for: 'select',
      to: apiRole,
      using: sql.raw(isInScopeOrOfNoCase('incidents')),
    }),
    workerPolicy('incidents'),
  ],
);
