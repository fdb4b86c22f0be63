import { sql } from 'drizzle-orm';
import { bigserial, index, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { BundleId, BundleState } from '../../domain/notices/delivery.ts';
import { instant } from './columns.ts';
import { deliveryBundles } from './delivery-bundles.ts';
import { apiRole, workerPolicy } from './roles.ts';

const ofOwnEndpoint = `exists (
  select 1 from delivery_bundles b join webhook_endpoints e on b.destination = 'endpoint/' || e.id
  where b.id = redeliveries.bundle_id)`;

/** Who asked for a message to a webhook once more, and what had become of it until then. */
export const redeliveries = pgTable(
  'redeliveries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    bundleId: uuid('bundle_id')
      .$type<BundleId>()
      .notNull()
      .references(() => deliveryBundles.id),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    earlierStatus: text('earlier_status')
      .$type<Extract<BundleState['status'], 'delivered' | 'given_up'>>()
      .notNull(),
    earlierAt: instant('earlier_at').notNull(),
    /** When the dispatcher took it up; null while it has not. */
    takenAt: instant('taken_at'),
  },
  (table) => [
    index('redeliveries_of_bundle').on(table.bundleId),
    uniqueIndex('redeliveries_open')
      .on(table.bundleId)
      .where(sql`${table.takenAt} is null`),
    // The bundles that the caller sees are filtered by their own policy, the endpoints by theirs.
    pgPolicy('redeliveries_own_endpoint', {
      for: 'all',
      to: apiRole,
      using: sql.raw(ofOwnEndpoint),
      withCheck: sql.raw(`taken_at is null and ${ofOwnEndpoint}`),
    }),
    workerPolicy('redeliveries'),
  ],
);
