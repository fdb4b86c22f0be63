import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { pgPolicy } from 'drizzle-orm/pg-core';
import { apiRole, currentUnit } from './roles.ts';

/** Whether a unit is the caller's or stands below it; `unit_within` climbs the tree of units. */
export function withinCallersUnit(unitCode: string): SQL {
  return sql.raw(`unit_within(${unitCode}, current_setting('tongban.unit', true))`);
}

/**
 * The directory is official: whoever belongs to a unit may read all of it. It is kept at four levels, each its own part
 * [四(二)], so a unit writes its own rows and those of the units below it. Entries change and are never removed, absences
 * come and go.
 */
export function directoryPolicies(table: string, isOwn: SQL, rows: 'change' | 'come_and_go') {
  return [
    pgPolicy(`${table}_read`, { for: 'select', to: apiRole, using: sql`${currentUnit} <> ''` }),
    pgPolicy(`${table}_add`, { for: 'insert', to: apiRole, withCheck: isOwn }),
    rows === 'change'
      ? pgPolicy(`${table}_change`, { for: 'update', to: apiRole, using: isOwn, withCheck: isOwn })
      : pgPolicy(`${table}_remove`, { for: 'delete', to: apiRole, using: isOwn }),
  ];
}
