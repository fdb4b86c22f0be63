import { sql } from 'drizzle-orm';
import { index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnmaskableField } from '../../domain/privacy/unmasking.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, isCaseInScope, workerPolicy } from './roles.ts';

/** Who read what of an applicant in full that he is shown masked, and why: written before it is answered. */
export const unmaskings = pgTable(
  'unmaskings',
  {
    /** The request: repeated under its key it is the same reading. */
    id: text().$type<CommandId>().primaryKey(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    officerId: text('officer_id').notNull(),
    role: text().$type<Role>().notNull(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    fields: text().array().$type<UnmaskableField[]>().notNull(),
    /** In the officer's words, which may name people; null after retention. */
    reason: personalText(),
    unmaskedAt: instant('unmasked_at').notNull(),
  },
  (table) => [
    index('unmaskings_of_case').on(table.caseNo, table.unmaskedAt),
    pgPolicy('unmaskings_record', {
      for: 'insert',
      to: apiRole,
      withCheck: sql.raw(
        `unit_code = current_setting('tongban.unit', true) and ${isCaseInScope('unmaskings')}`,
      ),
    }),
    workerPolicy('unmaskings'),
  ],
);
