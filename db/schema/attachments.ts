import { sql } from 'drizzle-orm';
import { check, integer, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { applications } from './applications.ts';
import { instant, personalBytes, personalText } from './columns.ts';
import { apiRole, workerPolicy } from './roles.ts';

/** Where the bytes of an attachment are: in `attachment_chunks`, or in the object store. */
export type KeptIn = 'database' | 'object_store';

/** The papers of a dossier as they are kept: an image as our own encoder wrote it. Their names are personal data. */
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
    /** Of what is kept. */
    sha256: text().notNull(),
    /** Null for what was taken before pages were counted. */
    pages: integer(),
    fileName: personalText('file_name').notNull(),
    keptIn: text('kept_in').$type<KeptIn>().notNull(),
    /** The officer, by number. */
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('attachments_position').on(table.caseNo, table.position),
    check('attachments_kept_in', sql`${table.keptIn} in ('database', 'object_store')`),
    // Whoever sees the application sees its papers: the sub-select is itself under the application's policies.
    pgPolicy('attachments_of_application', {
      for: 'all',
      to: apiRole,
      using: sql.raw('(select true from applications a where a.case_no = attachments.case_no)'),
    }),
    workerPolicy('attachments'),
  ],
);

/** The bytes of the attachments that the database keeps, in pieces that are read one after the other. */
export const attachmentChunks = pgTable(
  'attachment_chunks',
  {
    attachmentId: uuid('attachment_id')
      .notNull()
      .references(() => attachments.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    content: personalBytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attachmentId, table.n] }),
    pgPolicy('attachment_chunks_of_attachment', {
      for: 'all',
      to: apiRole,
      using: sql.raw('(select true from attachments a where a.id = attachment_chunks.attachment_id)'),
    }),
    workerPolicy('attachment_chunks'),
  ],
);
