import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../domain/directory/person.ts';
import type { Post } from '../../domain/directory/post.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { directoryPolicies, withinCallersUnit } from './directory-policies.ts';
import { workerPolicy } from './roles.ts';

/** 专管员 and whoever else is reached for a unit [四(二)]. Read by all staff, kept by the unit and those above it. */
export const directoryPersons = pgTable(
  'directory_persons',
  {
    id: uuid().$type<PersonId>().primaryKey(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    post: text().$type<Post>().notNull(),
    name: personalText().notNull(),
    /** By which the identity provider and the ledger know him; no secret, it stands on his badge. */
    officerId: text('officer_id'),
    telephone: personalText().notNull(),
    email: personalText(),
    faxNumber: text('fax_number'),
    validFrom: date('valid_from').$type<PlainDate>().notNull(),
    validUntil: date('valid_until').$type<PlainDate>(),
    lastConfirmedOn: date('last_confirmed_on').$type<PlainDate>().notNull(),
    /** Counts the changes: whoever edits says which one he has seen. */
    version: integer().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('directory_persons_of_unit').on(table.unitCode, table.id),
    check(
      'directory_persons_term',
      sql`${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}`,
    ),
    ...directoryPolicies('directory_persons', withinCallersUnit('unit_code'), 'change'),
    workerPolicy('directory_persons'),
  ],
);
