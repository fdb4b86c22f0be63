import { sql } from 'drizzle-orm';
import { index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { ActContent, WordyAct } from '../../domain/case/act-content.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant, personalJson } from './columns.ts';
import { apiRole, isCaseInScope, scopePolicy, workerPolicy } from './roles.ts';

/** What a person's act says in words, under the command's id: the workflow knows the id, never the words. */
export const actRecords = pgTable(
  'act_records',
  {
    commandId: text('command_id').$type<CommandId>().primaryKey(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    act: text().$type<WordyAct>().notNull(),
    officerId: text('officer_id').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    content: personalJson<ActContent>()().notNull(),
  },
  (table) => [
    index('act_records_case').on(table.caseNo),
    scopePolicy('act_records'),
    pgPolicy('act_records_submit', {
      for: 'insert',
      to: apiRole,
      withCheck: sql.raw(isCaseInScope('act_records')),
    }),
    workerPolicy('act_records'),
  ],
);
