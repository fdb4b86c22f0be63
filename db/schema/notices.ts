import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  index,
  integer,
  pgPolicy,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PersonId } from '../../domain/directory/person.ts';
import type { NoticeKind, NoticeUrgency } from '../../domain/notices/kind.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { apiRole, currentUnit, scopePolicy, workerPolicy } from './roles.ts';

/**
 * The outbox and the inbox in one: notices written with the event that gave rise to them, or under a key of their own
 * by whatever is no event of a case. Without a unit it is the applicant's. Their text holds no personal data.
 */
export const notices = pgTable(
  'notices',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    caseNo: text('case_no').$type<CaseNo>(),
    /** Of the event, and the place among its notices. */
    seq: integer(),
    position: integer(),
    /** Of a notice that no event gave rise to: it is written once, however often it is tried. */
    dedupeKey: text('dedupe_key'),
    unitCode: text('unit_code').$type<UnitCode>(),
    role: text().$type<Role>(),
    personId: uuid('person_id').$type<PersonId>(),
    kind: text().$type<NoticeKind>().notNull().default('case'),
    urgency: text().$type<NoticeUrgency>().notNull().default('normal'),
    /** The same thing told twice goes to an address once; by default the event and the words. */
    subjectKey: text('subject_key'),
    text: text().notNull(),
    createdAt: instant('created_at').notNull(),
    /** When the dispatcher decided on its ways out; null while it has not. */
    plannedAt: instant('planned_at'),
  },
  (table) => [
    uniqueIndex('notices_once').on(table.caseNo, table.seq, table.position),
    uniqueIndex('notices_once_by_key').on(table.dedupeKey),
    index('notices_inbox').on(table.unitCode, table.id.desc()),
    index('notices_unplanned')
      .on(table.id)
      .where(sql`${table.plannedAt} is null`),
    check(
      'notices_origin',
      sql`(${table.dedupeKey} is null and ${table.caseNo} is not null and ${table.seq} is not null and ${table.position} is not null)
        or (${table.dedupeKey} is not null and ${table.seq} is null and ${table.position} is null)`,
    ),
    check('notices_audience', sql`${table.unitCode} is not null or ${table.caseNo} is not null`),
    scopePolicy('notices'),
    // Whoever they are for sees them, of whatever case or of none, and his successor: from what day says the directory.
    pgPolicy('notices_own_unit', {
      for: 'select',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit} or ${table.unitCode} in (select stations_merged_into(${currentUnit}))`,
    }),
    // What a unit reports to those above it (五个一律); the worker writes everything else.
    pgPolicy('notices_report', {
      for: 'insert',
      to: apiRole,
      withCheck: sql.raw(
        `case_no is null and planned_at is null and unit_within(current_setting('tongban.unit', true), unit_code)`,
      ),
    }),
    workerPolicy('notices'),
  ],
);
