import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import { instant, personalBytes } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** 户籍事项证明: one for each asking, however often it is tried; the number is allotted with the document. */
export const certificates = pgTable(
  'certificates',
  {
    certificateNo: text('certificate_no').$type<CertificateNo>().primaryKey(),
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    issuedAt: instant('issued_at').notNull(),
    sha256: text().notNull(),
    pdf: personalBytes().notNull(),
  },
  (table) => [
    uniqueIndex('certificates_once_per_asking').on(table.caseNo, table.n),
    scopePolicy('certificates'),
    workerPolicy('certificates'),
  ],
);
