import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { SecretHash } from '../../platform/printed-secrets.ts';
import { instant, personalBytes, personalText } from './columns.ts';
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
    /** Null after retention. */
    pdf: personalBytes(),
    /** Of what its foot holds, by which anybody may check it; null where the province leaves the foot out. */
    checkCodeHash: text('check_code_hash').$type<SecretHash>(),
    tokenHash: text('token_hash').$type<SecretHash>(),
    /** As such a check shows it, `李**`; null after retention. */
    maskedName: personalText('masked_name'),
  },
  (table) => [
    uniqueIndex('certificates_token').on(table.tokenHash),
    uniqueIndex('certificates_once_per_asking').on(table.caseNo, table.n),
    scopePolicy('certificates'),
    workerPolicy('certificates'),
  ],
);
