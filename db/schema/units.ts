import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { check, index, integer, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { DivisionCode } from '../../domain/units/division-code.ts';
import type { UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

/**
 * Who keeps a unit: the units above it [四(二)], or a top unit itself. A new top unit comes from another one. What the
 * caller's roles allow is asked before (`domain/units/unit-keepers.ts`).
 */
const isKept = sql.raw(
  `unit_within(parent_code, current_setting('tongban.unit', true)) or (parent_code is null and code = current_setting('tongban.unit', true))`,
);
const isAdded = sql.raw(
  `unit_within(parent_code, current_setting('tongban.unit', true)) or (parent_code is null and unit_is_top(current_setting('tongban.unit', true)))`,
);

/** 公安机关: the tree station → county → city → province. Read by everybody within the service. */
export const units = pgTable(
  'units',
  {
    code: text().$type<UnitCode>().primaryKey(),
    parentCode: text('parent_code')
      .$type<UnitCode>()
      .references((): AnyPgColumn => units.code),
    name: text().notNull(),
    level: text().$type<UnitLevel>().notNull(),
    /** Division code whose calendar overlays hold here. */
    region: text().$type<DivisionCode>().notNull(),
    address: text(),
    telephone: text(),
    /** Counts the changes: whoever edits says which one he has seen. */
    version: integer().notNull().default(1),
    /** Nobody for what came with the first load. */
    changedBy: text('changed_by'),
    changedAt: instant('changed_at'),
  },
  (table) => [
    index('units_parent').on(table.parentCode),
    check('units_code', sql`${table.code} ~ '^[0-9A-Z]{12}$'`),
    check('units_top', sql`(${table.parentCode} is null) = (${table.level} = 'province')`),
    pgPolicy('units_read', { for: 'select', to: apiRole, using: sql`true` }),
    pgPolicy('units_add', { for: 'insert', to: apiRole, withCheck: isAdded }),
    pgPolicy('units_change', { for: 'update', to: apiRole, using: isKept, withCheck: isKept }),
    workerPolicy('units'),
  ],
);
