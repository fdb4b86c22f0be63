import { sql } from 'drizzle-orm';
import { bigint, index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { CheckOutcome, CheckWay } from '../../domain/inquiry/certificate-check.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerRole } from './roles.ts';

// What names no certificate of ours tells nobody anything for long.
const ofNothing = sql`certificate_no is null`;

/** Each time that somebody asked whether a certificate is genuine. Who asked is not recorded, nor from where. */
export const certificateChecks = pgTable(
  'certificate_checks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null when the number or the token is none of ours. */
    certificateNo: text('certificate_no').$type<CertificateNo>(),
    caseNo: text('case_no').$type<CaseNo>(),
    checkedAt: instant('checked_at').notNull(),
    way: text().$type<CheckWay>().notNull(),
    outcome: text().$type<CheckOutcome>().notNull(),
  },
  (table) => [
    index('certificate_checks_of_case').on(table.caseNo, table.id),
    index('certificate_checks_of_nothing').on(table.checkedAt).where(ofNothing),
    scopePolicy('certificate_checks'),
    pgPolicy('certificate_checks_worker', { for: 'select', to: workerRole, using: ofNothing }),
    pgPolicy('certificate_checks_forget', { for: 'delete', to: workerRole, using: ofNothing }),
  ],
);
