import { sql } from 'drizzle-orm';
import { integer, jsonb, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant } from './columns.ts';
import { apiRole } from './roles.ts';

// A principal ends with his unit.
const isOwn = sql.raw(`right(principal, 12) = current_setting('tongban.unit', true)`);

/** What was answered to a key, so that a repeated request is answered alike and done once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Subject and unit of the token: keys of two clients never meet. */
    principal: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body: the same key with another body is an error. */
    fingerprint: text().notNull(),
    /** The case that a submission was given, known before its answer is. */
    caseNo: text('case_no').$type<CaseNo>(),
    status: integer(),
    body: jsonb(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.principal, table.key] }),
    pgPolicy('idempotency_keys_own_unit', { for: 'all', to: apiRole, using: isOwn, withCheck: isOwn }),
  ],
);
