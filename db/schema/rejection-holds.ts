import { sql } from 'drizzle-orm';
import { pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

// The policy of `rejections` holds within it: whoever sees a rejection.
const inScope = sql.raw(`(select true from rejections r where r.no = rejection_holds.no)`);

/** Rejections that keep what they say of a person whatever the retention says; case numbers are counted apart. */
export const rejectionHolds = pgTable(
  'rejection_holds',
  {
    no: text().$type<RejectionNo>().primaryKey(),
    /** In somebody's words, which may name people. */
    reason: personalText().notNull(),
    heldBy: text('held_by').notNull(),
    heldAt: instant('held_at').notNull(),
  },
  () => [
    pgPolicy('rejection_holds_scope', { for: 'all', to: apiRole, using: inScope, withCheck: inScope }),
    workerPolicy('rejection_holds'),
  ],
);
