import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { CounterDecision, RejectedApplication } from '../../domain/application/rejection.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

import { instant, personalBytes, personalJson } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * Applications that the counter could not accept, with the notice that the applicant was given. The units above the
 * station see them: a refusal is reported (五个一律).
 */
export const rejections = pgTable(
  'rejections',
  {
    /** The request that rejected: repeated under its key it is the same rejection. */
    id: text().$type<CommandId>().primaryKey(),
    /** Of the notice. */
    no: text().$type<RejectionNo>().notNull().unique(),
    acceptingStation: text('accepting_station').$type<UnitCode>().notNull(),
    decision: text().$type<CounterDecision>().notNull(),
    decidedAt: instant('decided_at').notNull(),
    officerId: text('officer_id').notNull(),
    /** Why, in codes: they stay when retention has taken the rest out. */
    codes: text().array().notNull(),
    /** Null after retention. */
    personal: personalJson<RejectedApplication>()(),
    sha256: text(),
    pdf: personalBytes(),
  },
  (table) => [
    index('rejections_newest').on(table.acceptingStation, table.decidedAt.desc(), table.id),
    index('rejections_kept')
      .on(table.decidedAt)
      .where(sql`${table.personal} is not null`),
    check('rejections_notice_whole', sql`(${table.sha256} is null) = (${table.pdf} is null)`),
    pgPolicy('rejections_within', {
      for: 'select',
      to: apiRole,
      using: sql.raw(`unit_within(accepting_station, current_setting('tongban.unit', true))`),
    }),
    pgPolicy('rejections_add', {
      for: 'insert',
      to: apiRole,
      withCheck: sql`${table.acceptingStation} = ${currentUnit} and personal is not null and pdf is null`,
    }),
    workerPolicy('rejections'),
  ],
);
