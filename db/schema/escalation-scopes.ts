import { sql } from 'drizzle-orm';
import { foreignKey, index, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Escalation } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { caseScopes } from './case-scopes.ts';
import { instant } from './columns.ts';
import { escalations } from './escalations.ts';
import { apiRole, currentUnit, workerPolicy } from './roles.ts';

/**
 * Whose lists an escalation is in: a row for each unit that may see its case. Triggers keep it on `escalations` and
 * `case_scopes`, and its keys lead to both, so that it says no more than they do.
 */
export const escalationScopes = pgTable(
  'escalation_scopes',
  {
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    rungKey: text('rung_key').$type<RungKey>().notNull(),
    firedAt: instant('fired_at').notNull(),
    settlement: text().$type<NonNullable<Escalation['settlement']>['kind']>(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.rungKey, table.unitCode] }),
    // Read backwards for the newest: `desc()` here is `nulls last`, which is not the order of `order by … desc`.
    index('escalation_scopes_by_firing').on(table.unitCode, table.firedAt, table.caseNo, table.rungKey),
    index('escalation_scopes_unsettled')
      .on(table.unitCode, table.firedAt, table.caseNo, table.rungKey)
      .where(sql`${table.settlement} is null`),
    foreignKey({
      name: 'escalation_scopes_of_case_scope',
      columns: [table.caseNo, table.unitCode],
      foreignColumns: [caseScopes.caseNo, caseScopes.unitCode],
    }).onDelete('cascade'),
    foreignKey({
      name: 'escalation_scopes_of_escalation',
      columns: [table.caseNo, table.rungKey],
      foreignColumns: [escalations.caseNo, escalations.rungKey],
    }).onDelete('cascade'),
    pgPolicy('escalation_scopes_own_unit', {
      for: 'select',
      to: apiRole,
      using: sql`${table.unitCode} = ${currentUnit}`,
    }),
    workerPolicy('escalation_scopes'),
  ],
);
