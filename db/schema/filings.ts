import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** 备案: each report of an Annex 2 to its home station, once per asking. */
export const filings = pgTable(
  'filings',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    certificateNo: text('certificate_no').$type<CertificateNo>().notNull(),
    fromStation: text('from_station').$type<UnitCode>().notNull(),
    toStation: text('to_station').$type<UnitCode>().notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.n] }),
    scopePolicy('filings'),
    workerPolicy('filings'),
  ],
);
