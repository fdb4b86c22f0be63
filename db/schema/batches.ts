import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { BatchAction, BatchFilter, BatchStanding } from '../../domain/operations/batch.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { withinCallersUnit } from './directory-policies.ts';
import { apiRole, workerPolicy } from './roles.ts';

/** What administrators had done to many cases at once: what, to which, why, how fast, and how far it has come. */
export const batches = pgTable(
  'batches',
  {
    id: uuid().primaryKey(),
    action: jsonb().$type<BatchAction>().notNull(),
    /** As it was asked for; which cases it met is kept as the items. */
    filter: jsonb().$type<BatchFilter>().notNull(),
    /** In somebody's words, which may name people; null when retention has taken it out with one of the cases. */
    reason: personalText(),
    ratePerMinute: integer('rate_per_minute').notNull(),
    standing: text().$type<BatchStanding>().notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedUnit: text('requested_unit').$type<UnitCode>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** The second person, where one has to agree. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    startedAt: instant('started_at'),
    /** Before it nothing more is taken: the rate holds, whatever crashes. */
    nextTurnAt: instant('next_turn_at'),
    stoppedBy: text('stopped_by'),
    stoppedAt: instant('stopped_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('batches_by_time').on(table.requestedAt, table.id),
    index('batches_unfinished')
      .on(table.requestedAt)
      .where(sql`${table.endedAt} is null`),
    check('batches_two_persons', sql`${table.decidedBy} is distinct from ${table.requestedBy}`),
    // It is about cases of the unit that asked: whoever stands above it sees them all, and so can agree.
    pgPolicy('batches_within', {
      to: apiRole,
      using: withinCallersUnit('requested_unit'),
      withCheck: withinCallersUnit('requested_unit'),
    }),
    workerPolicy('batches'),
  ],
);
