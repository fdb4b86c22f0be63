import { sql } from 'drizzle-orm';
import { check, index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleId, BundleStatus, DeliveryFailure } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { instant } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

/** One message each: the notices that go to one destination over one channel together, and how far it has come. */
export const deliveryBundles = pgTable(
  'delivery_bundles',
  {
    id: uuid().$type<BundleId>().primaryKey(),
    channel: text().$type<Channel>().notNull(),
    destination: text().$type<DestinationKey>().notNull(),
    status: text().$type<BundleStatus>().notNull(),
    slotAt: instant('slot_at').notNull(),
    /** When its workflow was started; null while it was not. */
    startedAt: instant('started_at'),
    attempts: integer().notNull().default(0),
    attemptedAt: instant('attempted_at'),
    failureKind: text('failure_kind').$type<DeliveryFailure['kind']>(),
    failureCode: text('failure_code'),
    failureMessage: text('failure_message'),
    handedOverAt: instant('handed_over_at'),
    givenUpAt: instant('given_up_at'),
  },
  (table) => [
    // Limits look 12 hours back; a message that waits may be joined.
    index('delivery_bundles_of_destination').on(table.destination, table.channel, table.slotAt),
    index('delivery_bundles_unstarted')
      .on(table.slotAt)
      .where(sql`${table.startedAt} is null`),
    index('delivery_bundles_unfinished')
      .on(table.slotAt)
      .where(sql`${table.status} in ('planned', 'sending')`),
    index('delivery_bundles_given_up')
      .on(table.givenUpAt)
      .where(sql`${table.status} = 'given_up'`),
    check(
      'delivery_bundles_handed_over',
      sql`(${table.status} = 'delivered') = (${table.handedOverAt} is not null)`,
    ),
    check(
      'delivery_bundles_given_up',
      sql`(${table.status} = 'given_up') = (${table.givenUpAt} is not null)`,
    ),
    check(
      'delivery_bundles_failure',
      sql`num_nulls(${table.failureKind}, ${table.failureCode}, ${table.failureMessage}) in (0, 3)`,
    ),
    // Whoever sees one of its notices sees what became of it.
    pgPolicy('delivery_bundles_scope', {
      for: 'select',
      to: apiRole,
      using: sql.raw('(select true from deliveries d where d.bundle_id = delivery_bundles.id limit 1)'),
    }),
    // And whoever keeps a webhook, what was sent to it: of whatever unit below, about whatever case or none.
    pgPolicy('delivery_bundles_own_endpoint', {
      for: 'select',
      to: apiRole,
      using: sql.raw(
        `channel = 'webhook' and exists (select 1 from webhook_endpoints e where delivery_bundles.destination = 'endpoint/' || e.id)`,
      ),
    }),
    workerPolicy('delivery_bundles'),
  ],
);
