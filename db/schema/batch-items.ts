import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ItemStanding } from '../../domain/operations/batch.ts';
import type { RemedyChoice } from '../../domain/operations/remedy.ts';
import type { Divergence } from '../../domain/operations/replay.ts';
import { batches } from './batches.ts';
import { instant } from './columns.ts';
import { apiRole, isInScopeOrOfNoCase, workerPolicy } from './roles.ts';

const inScope = sql.raw(
  `(select true from batches b where b.id = batch_items.batch_id) and (${isInScopeOrOfNoCase('batch_items')})`,
);

/** The cases of a batch, or what they have several of, with what came of each. */
export const batchItems = pgTable(
  'batch_items',
  {
    /** Of an item that is given a remedy: also the remedy's. */
    id: uuid().primaryKey(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => batches.id),
    position: integer().notNull(),
    /** Null where it is of no case: a message. */
    caseNo: text('case_no').$type<CaseNo>(),
    /** Null for a replay. */
    choice: jsonb().$type<RemedyChoice>(),
    standing: text().$type<ItemStanding>().notNull().default('waiting'),
    /** What was seen, in codes and numbers. */
    finding: text(),
    divergence: jsonb().$type<Divergence>(),
    /** With which code it was replayed. */
    build: text(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('batch_items_in_order').on(table.batchId, table.position),
    index('batch_items_by_standing').on(table.batchId, table.standing, table.position),
    index('batch_items_of_case').on(table.caseNo),
    // The items of a batch that the caller sees, of cases that he sees.
    pgPolicy('batch_items_scope', { for: 'all', to: apiRole, using: inScope, withCheck: inScope }),
    workerPolicy('batch_items'),
  ],
);
