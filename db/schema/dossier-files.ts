import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Channel } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { instant, personalBytes } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';
import type { Paper } from './transmissions.ts';

/**
 * A dossier bound to one paginated PDF for the n-th handing over, and for fax machines as TIFF G4. Its cover sheet names
 * the channel: what an officer printed to carry it is not what a fax machine sends.
 */
export const dossierFiles = pgTable(
  'dossier_files',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** From 1: what was printed and has not gone yet is printed anew when papers are added. */
    edition: integer().notNull(),
    /** Of the whole file, its cover sheet included: what stands at the foot of the last page. */
    pages: integer().notNull(),
    /** Of the PDF. */
    sha256: text().notNull(),
    papers: jsonb().$type<Paper[]>().notNull(),
    pdf: personalBytes().notNull(),
    faxTiff: personalBytes('fax_tiff'),
    boundAt: instant('bound_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.n, table.channel, table.edition] }),
    check('dossier_files_pages', sql`${table.pages} > 0`),
    scopePolicy('dossier_files'),
    workerPolicy('dossier_files'),
  ],
);
