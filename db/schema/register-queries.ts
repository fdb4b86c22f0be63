import { sql } from 'drizzle-orm';
import { check, index, integer, pgPolicy, pgSequence, pgTable, text } from 'drizzle-orm/pg-core';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RegisterEntry } from '../../domain/register/entry.ts';
import type { RegisterOutcome, RegisterPurpose } from '../../domain/register/query.ts';
import type { RegisterReference } from '../../domain/register/reference.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalJson, personalText } from './columns.ts';
import { apiRole, currentUnit, isCaseInScope, scopePolicy, workerPolicy } from './roles.ts';

/** Counts queries of the population register; numbers are never used again. */
export const registerQueryNumbers = pgSequence('register_query_numbers', { maxValue: 999_999_999 });

/**
 * Who asked the population register, when, why and with what outcome. Written before the register is asked, so that no
 * query goes unrecorded; of a row only the outcome ever changes, and only once.
 */
export const registerQueries = pgTable(
  'register_queries',
  {
    reference: text().$type<RegisterReference>().primaryKey(),
    /** The request that asked: repeated under its key it is the same query. */
    commandId: text('command_id').$type<CommandId>().notNull().unique(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    officerId: text('officer_id').notNull(),
    role: text().$type<Role>().notNull(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    purpose: text().$type<RegisterPurpose>().notNull(),
    /** In the officer's words, which may name people; null after retention. */
    reason: personalText(),
    askedAt: instant('asked_at').notNull(),
    outcome: text().$type<RegisterOutcome>().notNull().default('pending'),
    answeredAt: instant('answered_at'),
    /** How long the register took for the try that it answered; null when it answered none. */
    durationMs: integer('duration_ms'),
    entry: personalJson<RegisterEntry>()(),
  },
  (table) => [
    index('register_queries_of_case').on(table.caseNo, table.askedAt),
    // Retention takes the entry out again and leaves that somebody was found.
    check('register_queries_entry_of_found', sql`${table.entry} is null or ${table.outcome} = 'found'`),
    check(
      'register_queries_answered_unless_pending',
      sql`(${table.outcome} = 'pending') = (${table.answeredAt} is null)`,
    ),
    scopePolicy('register_queries'),
    // A station that a reroute has taken out of the case still sees what it asked.
    pgPolicy('register_queries_own', {
      for: 'select',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
    }),
    pgPolicy('register_queries_ask', {
      for: 'insert',
      to: apiRole,
      withCheck: sql.raw(
        `unit_code = current_setting('tongban.unit', true) and outcome = 'pending' and ${isCaseInScope('register_queries')}`,
      ),
    }),
    workerPolicy('register_queries'),
  ],
);
