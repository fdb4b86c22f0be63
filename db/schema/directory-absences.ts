import { sql } from 'drizzle-orm';
import { check, date, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../domain/directory/person.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { directoryPersons } from './directory-persons.ts';
import { directoryPolicies } from './directory-policies.ts';
import { workerPolicy } from './roles.ts';

/** Days on which somebody of the directory is away. The changes count in `directory_persons.version`. */
export const directoryAbsences = pgTable(
  'directory_absences',
  {
    personId: uuid('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => directoryPersons.id),
    fromDate: date('from_date').$type<PlainDate>().notNull(),
    /** The last day away. */
    toDate: date('to_date').$type<PlainDate>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.fromDate] }),
    check('directory_absences_order', sql`${table.toDate} >= ${table.fromDate}`),
    ...directoryPolicies(
      'directory_absences',
      sql.raw(
        `exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true)))`,
      ),
      'come_and_go',
    ),
    workerPolicy('directory_absences'),
  ],
);
