import { sql } from 'drizzle-orm';
import { check, index, integer, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import { instant, isKeyedHash } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

// A principal ends with his unit.
const isOwn = sql.raw(`right(principal, 12) = current_setting('tongban.unit', true)`);

/** What was answered to a key, so that a repeated request is answered alike and done once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Subject and unit of the token: keys of two clients never meet. */
    principal: text().notNull(),
    /** A hash of what the client sent, who may have put anything into it. */
    key: text().$type<SearchHash>().notNull(),
    /** Of method, path and body: the same key with another body is an error. */
    fingerprint: text().$type<SearchHash>().notNull(),
    /** Under which the request is carried out, however often it comes. */
    commandId: text('command_id').$type<CommandId>().notNull(),
    /** The case that a submission was given, known before its answer is. */
    caseNo: text('case_no').$type<CaseNo>(),
    status: integer(),
    /** The id of what the answer names, where the command id is not it: a policy's version, a lock, a roll-out. */
    reference: text(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.principal, table.key] }),
    index('idempotency_keys_created_at').on(table.createdAt),
    check('idempotency_keys_keyed', isKeyedHash(table.key)),
    check('idempotency_keys_fingerprint_keyed', isKeyedHash(table.fingerprint)),
    pgPolicy('idempotency_keys_own_unit', { for: 'all', to: apiRole, using: isOwn, withCheck: isOwn }),
    workerPolicy('idempotency_keys'),
  ],
);
