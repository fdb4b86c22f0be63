import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { calendarPublications } from './calendar-publications.ts';
import { instant } from './columns.ts';

/** `superseded`: another publication came while it ran, whose roll-out takes over. */
export type RolloutStatus = 'running' | 'finished' | 'superseded';

/** How far a publication has reached the open cases. Counts and case numbers only, for administrators. */
export const calendarRollouts = pgTable('calendar_rollouts', {
  version: text()
    .primaryKey()
    .references(() => calendarPublications.version),
  status: text().$type<RolloutStatus>().notNull(),
  /** Open cases that it has to tell, counted when it began; cases that close meanwhile are done. */
  total: integer().notNull().default(0),
  done: integer().notNull().default(0),
  /** Cases of which a date moved, in either direction. */
  moved: integer().notNull().default(0),
  /** Of those: cases whose calendar date is earlier, both stations having been told. */
  earlier: integer().notNull().default(0),
  /** Cases whose workflow did not answer; tried again at the end. */
  failed: text().array().$type<CaseNo[]>().notNull().default([]),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
});
