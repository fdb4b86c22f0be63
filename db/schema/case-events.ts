import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/**
 * The events of all ledgers in one order, for whoever follows them. A trigger puts each in with its transaction, and
 * `number_case_events` gives the committed ones their positions, one transaction at a time: whoever has seen a position
 * has missed none before it. A number drawn when an event is written would appear after higher ones that committed first.
 */
export const caseEvents = pgTable(
  'case_events',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    seq: integer().notNull(),
    /** Null until it is numbered. */
    position: bigint({ mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.seq] }),
    uniqueIndex('case_events_in_order').on(table.position),
    index('case_events_unnumbered')
      .on(table.caseNo, table.seq)
      .where(sql`${table.position} is null`),
    scopePolicy('case_events'),
    workerPolicy('case_events'),
  ],
);
