import { sql } from 'drizzle-orm';
import { pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, isCaseInScope, workerPolicy } from './roles.ts';

const inScope = sql.raw(isCaseInScope('legal_holds'));

/** Cases whose personal data are kept whatever the retention says: a complaint, a lawsuit, an inquiry. */
export const legalHolds = pgTable(
  'legal_holds',
  {
    caseNo: text('case_no').$type<CaseNo>().primaryKey(),
    /** In somebody's words, which may name people. */
    reason: personalText().notNull(),
    heldBy: text('held_by').notNull(),
    heldAt: instant('held_at').notNull(),
  },
  () => [
    pgPolicy('legal_holds_scope', { for: 'all', to: apiRole, using: inScope, withCheck: inScope }),
    workerPolicy('legal_holds'),
  ],
);
