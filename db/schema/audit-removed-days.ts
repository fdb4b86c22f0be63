import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { instant } from './columns.ts';

/**
 * Days of the audit that were kept long enough and have been removed, with what their chains came to: the first row that
 * is left follows upon the last of them. Nobody but the owner sees it.
 */
export const auditRemovedDays = pgTable('audit_removed_days', {
  day: date().$type<PlainDate>().primaryKey(),
  count: integer().notNull(),
  /** Of the last row. */
  hash: text().notNull(),
  removedAt: instant('removed_at').notNull(),
}).enableRLS();
