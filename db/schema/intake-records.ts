import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { IntakeRecordKind, OtherLane } from '../../domain/application/intake-record.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { withinCallersUnit } from './directory-policies.ts';
import { instant, personalText } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * Who came to the counter and goes another way: that he was told and declined, or where his application runs. Nothing
 * says who it was.
 */
export const intakeRecords = pgTable(
  'intake_records',
  {
    /** The request that recorded it: repeated under its key it is the same record. */
    id: text().$type<CommandId>().primaryKey(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    kind: text().$type<IntakeRecordKind>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    officerId: text('officer_id').notNull(),
    lane: text().$type<OtherLane>(),
    /** Number under which the other lane knows it. It leads to a person there. */
    reference: personalText(),
  },
  (table) => [
    index('intake_records_newest').on(table.unitCode, table.recordedAt.desc(), table.id),
    check('intake_records_lane', sql`(${table.kind} = 'other_lane') = (${table.lane} is not null)`),
    check('intake_records_reference', sql`${table.reference} is null or ${table.lane} is not null`),
    pgPolicy('intake_records_within', { for: 'select', to: apiRole, using: withinCallersUnit('unit_code') }),
    pgPolicy('intake_records_add', {
      for: 'insert',
      to: apiRole,
      withCheck: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('intake_records'),
  ],
);
