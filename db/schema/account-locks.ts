import { sql } from 'drizzle-orm';
import { check, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AccountLockId } from '../../domain/account-lock.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { withinCallersUnit } from './directory-policies.ts';
import { apiRole } from './roles.ts';

/**
 * Who may not come in, whatever the provider says: an officer or a program by number, at a unit and all below it. It is
 * the unit's, or that of one above it; a lock that was lifted stays as a record.
 */
export const accountLocks = pgTable(
  'account_locks',
  {
    id: uuid().$type<AccountLockId>().primaryKey(),
    subject: text().notNull(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    reason: personalText().notNull(),
    lockedBy: text('locked_by').notNull(),
    lockedAt: instant('locked_at').notNull(),
    liftedBy: text('lifted_by'),
    liftedAt: instant('lifted_at'),
    liftReason: personalText('lift_reason'),
  },
  (table) => [
    uniqueIndex('account_locks_in_force')
      .on(table.subject, table.unitCode)
      .where(sql`${table.liftedAt} is null`),
    check(
      'account_locks_lifted',
      sql`num_nulls(${table.liftedBy}, ${table.liftedAt}, ${table.liftReason}) in (0, 3)`,
    ),
    pgPolicy('account_locks_within', {
      for: 'all',
      to: apiRole,
      using: withinCallersUnit('unit_code'),
      withCheck: withinCallersUnit('unit_code'),
    }),
  ],
);
