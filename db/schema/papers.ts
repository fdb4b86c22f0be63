import { check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PaperId } from '../../domain/papers/papers.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import { instant, isKeyedHash, personalBytes } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** Papers made for a case on demand: once for each event that gives rise to one, then kept as they were handed out. */
export const papers = pgTable(
  'papers',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    paper: text().$type<PaperId>().notNull(),
    /** Event of the case's ledger that gave rise to the paper. */
    seq: integer().notNull(),
    sha256: text().notNull(),
    pdf: personalBytes().notNull(),
    madeAt: instant('made_at').notNull(),
    /** Of the 查询码 that is printed on a receipt: whoever holds any receipt of a case may ask how it stands. */
    codeHash: text('code_hash').$type<SearchHash>(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.paper, table.seq] }),
    uniqueIndex('papers_code').on(table.codeHash),
    check('papers_code_keyed', isKeyedHash(table.codeHash)),
    scopePolicy('papers'),
    workerPolicy('papers'),
  ],
);
