import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseEvent } from '../../domain/case/event.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** The ledger: everything that happened to a case, appended once and never changed. */
export const ledgerEvents = pgTable(
  'ledger_events',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    seq: integer().notNull(),
    stepKey: text('step_key').notNull(),
    /** Position among the events of its step. */
    position: integer().notNull(),
    occurredAt: instant('occurred_at').notNull(),
    event: jsonb().$type<CaseEvent>().notNull(),
    /** SHA-256 over the previous hash and this entry: a changed or removed entry breaks the chain. */
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.seq] }),
    uniqueIndex('ledger_events_step_once').on(table.caseNo, table.stepKey, table.position),
    // The directory's quality mark counts calls that nobody answered.
    index('ledger_events_calls')
      .on(table.occurredAt)
      .where(sql`${table.event} ->> 'type' = 'call_logged'`),
    scopePolicy('ledger_events'),
    workerPolicy('ledger_events'),
  ],
);
