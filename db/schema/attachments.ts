import { sql } from 'drizzle-orm';
import { integer, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { applications } from './applications.ts';
import { instant, personalBytes, personalText } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

/** The papers of a dossier, byte for byte as they were handed in; name and content are personal data. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey(),
    caseNo: text('case_no')
      .$type<CaseNo>()
      .notNull()
      .references(() => applications.caseNo),
    position: integer().notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text().notNull(),
    fileName: personalText('file_name').notNull(),
    content: personalBytes().notNull(),
    /** The officer, by number. */
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('attachments_position').on(table.caseNo, table.position),
    // Whoever sees the application sees its papers: the sub-select is itself under the application's policies.
    pgPolicy('attachments_of_application', {
      for: 'all',
      to: apiRole,
      using: sql.raw('exists (select 1 from applications a where a.case_no = attachments.case_no)'),
    }),
    workerPolicy('attachments'),
  ],
);
