import { sql } from 'drizzle-orm';
import { bigint, check, index, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleId, Suppression } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { deliveryBundles } from './delivery-bundles.ts';
import { notices } from './notices.ts';
import { apiRole, workerPolicy } from './roles.ts';

/** Every way out that a notice takes: in which message, or why in none. No address stands here. */
export const deliveries = pgTable(
  'deliveries',
  {
    noticeId: bigint('notice_id', { mode: 'number' })
      .notNull()
      .references(() => notices.id),
    channel: text().$type<Channel>().notNull(),
    destination: text().$type<DestinationKey>().notNull(),
    subjectKey: text('subject_key').notNull(),
    bundleId: uuid('bundle_id')
      .$type<BundleId>()
      .references(() => deliveryBundles.id),
    suppression: text().$type<Suppression['reason']>(),
    /** The notice that it is the duplicate of. */
    originalNoticeId: bigint('original_notice_id', { mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.noticeId, table.channel, table.destination] }),
    index('deliveries_of_bundle').on(table.bundleId),
    index('deliveries_of_subject').on(table.destination, table.subjectKey),
    check('deliveries_fate', sql`num_nulls(${table.bundleId}, ${table.suppression}) = 1`),
    check(
      'deliveries_original',
      sql`(${table.suppression} is not distinct from 'duplicate') = (${table.originalNoticeId} is not null)`,
    ),
    pgPolicy('deliveries_scope', {
      for: 'select',
      to: apiRole,
      using: sql.raw('(select true from notices n where n.id = deliveries.notice_id)'),
    }),
    workerPolicy('deliveries'),
  ],
);
