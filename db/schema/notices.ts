import { bigserial, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** The outbox: notices written with the event that gave rise to them. Without a unit it is the applicant's. */
export const notices = pgTable(
  'notices',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    seq: integer().notNull(),
    position: integer().notNull(),
    unitCode: text('unit_code').$type<UnitCode>(),
    role: text().$type<Role>(),
    text: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('notices_once').on(table.caseNo, table.seq, table.position),
    index('notices_inbox').on(table.unitCode, table.id.desc()),
    scopePolicy('notices'),
    workerPolicy('notices'),
  ],
);
