import { sql } from 'drizzle-orm';
import { date, integer, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * The last number of a unit and day. Numbers are never reused; a gap is allowed [§7]. Cases, certificates
 * and rejections draw from one sequence, so that a number names one thing.
 */
export const numberSequences = pgTable(
  'number_sequences',
  {
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    localDate: date('local_date', { mode: 'string' }).$type<PlainDate>().notNull(),
    last: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitCode, table.localDate] }),
    pgPolicy('number_sequences_own_unit', {
      for: 'all',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
      withCheck: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('number_sequences'),
  ],
);
