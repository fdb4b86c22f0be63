import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import type { TokenHash } from '../../platform/printed-secrets.ts';
import { instant, isKeyedHash, personalBytes, personalText } from './columns.ts';
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
    checkCodeHash: text('check_code_hash').$type<SearchHash>(),
    tokenHash: text('token_hash').$type<TokenHash>(),
    /** As such a check shows it, `李**`; null after retention. */
    maskedName: personalText('masked_name'),
  },
  (table) => [
    uniqueIndex('certificates_token').on(table.tokenHash),
    uniqueIndex('certificates_once_per_asking').on(table.caseNo, table.n),
    check('certificates_check_code_keyed', isKeyedHash(table.checkCodeHash)),
    scopePolicy('certificates'),
    workerPolicy('certificates'),
  ],
);
