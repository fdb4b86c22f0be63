import { sql } from 'drizzle-orm';
import { date, index, integer, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { DraftId } from '../../domain/application/draft.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalJson } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * Applications that are being typed, judged by nobody yet; an auxiliary may make them [§8]. Of no use above the station,
 * so only the station itself sees them.
 */
export const drafts = pgTable(
  'drafts',
  {
    id: text().$type<DraftId>().primaryKey(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    /** Who began it. */
    officerId: text('officer_id').notNull(),
    /** Counts the changes: whoever changes it says which one he has seen. */
    version: integer().notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** The last day on which it can be used; deleted after it. */
    expiresOn: date('expires_on', { mode: 'string' }).$type<PlainDate>().notNull(),
    application: personalJson<object>()().notNull(),
  },
  (table) => [
    index('drafts_of_unit').on(table.unitCode, table.changedAt.desc(), table.id),
    index('drafts_expired').on(table.expiresOn),
    pgPolicy('drafts_own', {
      for: 'all',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
      withCheck: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('drafts'),
  ],
);
