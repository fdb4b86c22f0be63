import { sql } from 'drizzle-orm';
import { jsonb, pgPolicy, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/** What provinces have set, version by version; where one has set nothing the default of the code holds. */
export const policies = pgTable(
  'policies',
  {
    version: text().$type<PolicyVersion>().primaryKey(),
    province: text().$type<UnitCode>().notNull(),
    document: jsonb().$type<ProvincePolicy>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** From then on new cases start with another version; running ones keep this one. */
    supersededAt: instant('superseded_at'),
  },
  (table) => [
    uniqueIndex('policies_in_force')
      .on(table.province)
      .where(sql`${table.supersededAt} is null`),
    pgPolicy('policies_read', { for: 'select', to: apiRole, using: sql`true` }),
    // Of every province: a case is under the policies of both of its own. Set by each for itself.
    pgPolicy('policies_add', {
      for: 'insert',
      to: apiRole,
      withCheck: sql`${table.province} = ${currentUnit}`,
    }),
    pgPolicy('policies_supersede', {
      for: 'update',
      to: apiRole,
      using: sql`${table.province} = ${currentUnit}`,
    }),
    workerPolicy('policies'),
  ],
);
