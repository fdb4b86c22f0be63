import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { directoryPolicies, withinCallersUnit } from './directory-policies.ts';
import { workerPolicy } from './roles.ts';

/** How a station is reached as such: duty telephone, fax, group robot; and who took its work over. */
export const stationContacts = pgTable(
  'station_contacts',
  {
    unitCode: text('unit_code').$type<UnitCode>().primaryKey(),
    dutyTelephone: text('duty_telephone'),
    faxNumbers: text('fax_numbers').array().notNull(),
    /** Holds what lets anybody write into the group: the service's token, or a secret of ours. */
    groupRobotUrl: personalText('group_robot_url'),
    lastConfirmedOn: date('last_confirmed_on').$type<PlainDate>().notNull(),
    successor: text().$type<UnitCode>(),
    successorSince: date('successor_since').$type<PlainDate>(),
    closedFrom: date('closed_from').$type<PlainDate>(),
    /** The last day on which the office is shut. */
    closedTo: date('closed_to').$type<PlainDate>(),
    /** Which station does its work meanwhile. */
    closedAlternative: text('closed_alternative').$type<UnitCode>(),
    version: integer().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    // Whatever is written to a station asks where its work is done: few of them moved.
    index('station_contacts_moved')
      .on(table.unitCode)
      .where(sql`${table.successor} is not null or ${table.closedFrom} is not null`),
    check(
      'station_contacts_succession',
      sql`(${table.successor} is null) = (${table.successorSince} is null) and ${table.successor} <> ${table.unitCode}`,
    ),
    check(
      'station_contacts_closure',
      sql`(${table.closedFrom} is null) = (${table.closedTo} is null) and ${table.closedTo} >= ${table.closedFrom}
        and (${table.closedAlternative} is null or ${table.closedFrom} is not null)
        and ${table.closedAlternative} <> ${table.unitCode}`,
    ),
    ...directoryPolicies('station_contacts', withinCallersUnit('unit_code'), 'change'),
    workerPolicy('station_contacts'),
  ],
);
