import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { workerPolicy } from './roles.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * Attempts of the public that have failed, by a keyed hash of the address that they came from or of the number that was asked
 * for. Only `take_attempt` and `give_back_attempt` touch them.
 */
export const publicAttempts = pgTable(
  'public_attempts',
  {
    subject: text().primaryKey(),
    failures: integer().notNull(),
    lastAt: instant('last_at').notNull(),
    blockedUntil: instant('blocked_until'),
  },
  (table) => [index('public_attempts_last_at').on(table.lastAt), workerPolicy('public_attempts')],
);

/** The key of those hashes, made with the database; neither process may read it. */
export const publicAttemptKey = pgTable(
  'public_attempt_key',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    key: bytes().notNull(),
  },
  (table) => [check('public_attempt_key_one', sql`${table.onlyRow}`)],
).enableRLS();
