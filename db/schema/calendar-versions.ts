import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CalendarStatus } from '../../domain/calendar/calendar-year.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { DivisionCode } from '../../domain/units/division-code.ts';
import { instant } from './columns.ts';

declare const calendarVersionIdBrand: unique symbol;

/** Digest of a calendar file: the same content is the same version, whoever hands it in. */
export type CalendarVersionId = string & { readonly [calendarVersionIdBrand]: true };

/**
 * Every calendar that was ever handed in, national (`region` null) and regional alike. Public within the service,
 * therefore without policies.
 */
export const calendarVersions = pgTable(
  'calendar_versions',
  {
    id: text().$type<CalendarVersionId>().primaryKey(),
    year: integer().notNull(),
    region: text().$type<DivisionCode>(),
    /** Of the notice: official, or provisional while there is none. */
    status: text().$type<CalendarStatus>().notNull(),
    source: text().notNull(),
    publishedOn: text('published_on').$type<PlainDate>(),
    /** The file as it was handed in. */
    document: jsonb().$type<unknown>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it came into force; null for one that waits for it. */
    publishedAt: instant('published_at'),
    /** When another took its place; in force while this is null. */
    supersededAt: instant('superseded_at'),
  },
  (table) => [
    uniqueIndex('calendar_versions_one_in_force')
      .on(table.year, sql`coalesce(${table.region}, '')`)
      .where(sql`${table.publishedAt} is not null and ${table.supersededAt} is null`),
    check(
      'calendar_versions_superseded_after_publication',
      sql`${table.supersededAt} is null or ${table.publishedAt} is not null`,
    ),
    check('calendar_versions_status', sql`${table.status} in ('official', 'provisional')`),
  ],
);
