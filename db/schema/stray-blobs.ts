import { sql } from 'drizzle-orm';
import { integer, pgPolicy, pgTable, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

/**
 * What may be in the object store without an attachment that names it: noted before it is put there, struck out by the
 * transaction that adds the attachment, and noted again by the one that deletes it. So the sweep knows what to remove
 * without listing the store.
 */
export const strayBlobs = pgTable(
  'stray_blobs',
  {
    /** The attachment's. */
    id: uuid().primaryKey(),
    chunks: integer().notNull(),
    /** Until then somebody may still be adding its attachment. */
    removableAt: instant('removable_at').notNull(),
  },
  () => [
    // An id says nothing of a case.
    pgPolicy('stray_blobs_api', { for: 'all', to: apiRole, using: sql`true`, withCheck: sql`true` }),
    workerPolicy('stray_blobs'),
  ],
);
