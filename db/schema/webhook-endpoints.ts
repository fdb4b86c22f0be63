import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { EndpointId } from '../../domain/notices/destination.ts';
import type { NoticeKind } from '../../domain/notices/kind.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/** Where programs of a unit are told, by signed webhooks, of the notices to the unit and the units below it. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: uuid().$type<EndpointId>().primaryKey(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    url: text().notNull(),
    /** Signs what is sent (Standard Webhooks, `whsec_…`). No personal data, but as little to be read by others. */
    secret: personalText().notNull(),
    /** The one before signs too until then, so that its reader can change over. */
    previousSecret: personalText('previous_secret'),
    previousSecretUntil: instant('previous_secret_until'),
    /** Kinds of notices that are sent; none means all. */
    kinds: text().array().$type<NoticeKind[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was taken out of use; kept for what was sent to it. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('webhook_endpoints_of_unit').on(table.unitCode),
    check(
      'webhook_endpoints_previous_secret',
      sql`num_nulls(${table.previousSecret}, ${table.previousSecretUntil}) in (0, 2)`,
    ),
    pgPolicy('webhook_endpoints_own_unit', {
      for: 'all',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
      withCheck: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('webhook_endpoints'),
  ],
);
