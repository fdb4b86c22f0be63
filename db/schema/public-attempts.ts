import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { SearchHash } from '../../platform/key-ring.ts';
import { instant, isKeyedHash } from './columns.ts';
import { workerPolicy } from './roles.ts';

/**
 * Attempts of the public that have failed, by a keyed hash of the address that they came from or of the number that was asked
 * for. Only `take_attempt` and `give_back_attempt` touch them.
 */
export const publicAttempts = pgTable(
  'public_attempts',
  {
    subject: text().$type<SearchHash>().primaryKey(),
    failures: integer().notNull(),
    lastAt: instant('last_at').notNull(),
    blockedUntil: instant('blocked_until'),
  },
  (table) => [
    index('public_attempts_last_at').on(table.lastAt),
    check('public_attempts_keyed', isKeyedHash(table.subject)),
    workerPolicy('public_attempts'),
  ],
);
