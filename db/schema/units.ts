import { pgTable, text } from 'drizzle-orm/pg-core';
import type { DivisionCode } from '../../domain/units/division-code.ts';
import type { UnitCode, UnitLevel } from '../../domain/units/unit.ts';

/** 公安机关: the tree station → county → city → province. Public within the service, therefore without policies. */
export const units = pgTable('units', {
  code: text().$type<UnitCode>().primaryKey(),
  parentCode: text('parent_code').$type<UnitCode>(),
  name: text().notNull(),
  level: text().$type<UnitLevel>().notNull(),
  /** Division code whose calendar overlays hold here. */
  region: text().$type<DivisionCode>().notNull(),
  address: text(),
  telephone: text(),
});
