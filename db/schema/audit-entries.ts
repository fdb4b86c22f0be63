import { sql } from 'drizzle-orm';
import type { ErrorCode } from '../../domain/errors.ts';
import { check, date, index, integer, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AuditKind, AuditOutcome } from '../../domain/audit/kinds.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { apiRole } from './roles.ts';

/**
 * Set by `withAuditScope` beside the unit: a transaction that is there for cases sees no audit, whoever opened it. The
 * units are looked up once, not for each row: a province's rows of some days are hundreds of thousands. Whoever was
 * refused and is of no known unit is every auditor's business.
 */
const isVisible = sql.raw(
  `current_setting('tongban.reads_audit', true) = 'yes' and (unit_code is null or unit_code in (select units_below(current_setting('tongban.unit', true))))`,
);

/** The audit: appended by `append_audit` alone, never changed. Holds no personal data but officers' numbers. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** The local date of `at`: each day has a chain of its own, that begins with the last hash of the day before. */
    day: date().$type<PlainDate>().notNull(),
    seq: integer().notNull(),
    at: instant().notNull(),
    kind: text().$type<AuditKind>().notNull(),
    operation: text().notNull(),
    outcome: text().$type<AuditOutcome>().notNull(),
    /** Null, like the unit, of whoever was refused because he did not prove who he is, and of the operator's commands. */
    officerId: text('officer_id'),
    roles: text().array().$type<Role[]>().notNull(),
    unitCode: text('unit_code').$type<UnitCode>(),
    caseNo: text('case_no').$type<CaseNo>(),
    objectId: text('object_id'),
    requestId: text('request_id').notNull(),
    /** SHA-256 over the hash before and this row. */
    hash: text().notNull(),
    /** Of the problem by which it was refused. */
    code: text().$type<ErrorCode>(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.seq] }),
    index('audit_entries_unit').on(table.unitCode, table.day, table.seq),
    // What was refused is looked for among a hundred times as much that was not.
    index('audit_entries_outcome').on(table.outcome, table.day, table.seq),
    index('audit_entries_officer').on(table.officerId, table.day, table.seq),
    index('audit_entries_case')
      .on(table.caseNo, table.day, table.seq)
      .where(sql`${table.caseNo} is not null`),
    check('audit_entries_of_nobody', sql`num_nulls(${table.officerId}, ${table.unitCode}) in (0, 2)`),
    pgPolicy('audit_entries_auditor', { for: 'select', to: apiRole, using: isVisible }),
  ],
);
