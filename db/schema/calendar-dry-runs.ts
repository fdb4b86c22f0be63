import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RevisionImpact } from '../../domain/calendar/revision-impact.ts';
import { instant } from './columns.ts';

/** What an administrator was shown before he published: kept, as it is what he decided on. */
export const calendarDryRuns = pgTable('calendar_dry_runs', {
  id: uuid().primaryKey(),
  /** The file, which need not be a stored version yet. */
  document: jsonb().$type<unknown>().notNull(),
  requestedBy: text('requested_by').notNull(),
  requestedAt: instant('requested_at').notNull(),
  /** The published calendar that it was compared with. */
  basedOn: text('based_on').notNull(),
  impact: jsonb().$type<RevisionImpact>(),
  finishedAt: instant('finished_at'),
});
