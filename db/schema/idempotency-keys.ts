import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant } from './columns.ts';

/** What was answered to a key, so that a repeated request is answered alike and done once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Subject of the token: keys of two clients never meet. */
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
  (table) => [primaryKey({ columns: [table.principal, table.key] })],
);
