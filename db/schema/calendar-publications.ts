import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { CalendarVersionId } from './calendar-versions.ts';
import { instant } from './columns.ts';

/**
 * Each time a version came into force, with all that was in force from then on: what a deadline's `calendarVersion`
 * stands for. The newest is the calendar that holds now.
 */
export const calendarPublications = pgTable(
  'calendar_publications',
  {
    /** Counts publications from 1. */
    n: integer().primaryKey(),
    /** Names the whole calendar; another one for each publication, so that going back to a version is a step too. */
    version: text().notNull().unique(),
    members: text().array().$type<CalendarVersionId[]>().notNull(),
    /** What came into force; null for the first, which is the whole seed. */
    versionId: text('version_id').$type<CalendarVersionId>(),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (table) => [index('calendar_publications_of_version').on(table.versionId, table.n.desc())],
);
