import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ClockId, ClockKey } from '../../domain/clocks/clock-id.ts';
import type { Recipient } from '../../domain/directory/recipients.ts';
import type { Colour, RungId, RungKey } from '../../domain/escalation/rung.ts';
import type { Escalation } from '../../domain/case/state.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** Whether a rung that is not settled went to inboxes only; as the index says it. */
export function isToldToNobody({ settlement, told }: Record<'settlement' | 'told', AnyPgColumn>): SQL {
  return sql`${settlement} is null and not jsonb_path_exists(${told}, '$[*].personId ? (@ != null)')`;
}

/** 督办: every fired rung with what came of it, for supervisors' lists; follows from the ledger. */
export const escalations = pgTable(
  'escalations',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    rungKey: text('rung_key').$type<RungKey>().notNull(),
    clock: text().$type<ClockId>().notNull(),
    rung: text().$type<RungId>().notNull(),
    colour: text().$type<Colour>().notNull(),
    /** The station that it urges; null: the applicant. */
    station: text().$type<UnitCode>(),
    firedAt: instant('fired_at').notNull(),
    told: jsonb().$type<readonly Recipient[]>().notNull(),
    /** The clock of the reply that it demands; null where it demands none. */
    replyClock: text('reply_clock').$type<ClockKey>(),
    replyDueAt: instant('reply_due_at'),
    settlement: text().$type<NonNullable<Escalation['settlement']>['kind']>(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.rungKey] }),
    // What a day's digest counts.
    index('escalations_unanswered')
      .on(table.station)
      .where(sql`${table.settlement} is null and ${table.replyClock} is not null`),
    // Which urge nobody in person.
    index('escalations_told_to_nobody').on(table.caseNo).where(isToldToNobody(table)),
    // Who was told: a worklist asks for its own seat.
    index('escalations_told').using('gin', table.told.op('jsonb_path_ops')),
    scopePolicy('escalations'),
    workerPolicy('escalations'),
  ],
);
