import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Addressee, Channel } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** One paper of a dossier as it was handed over; its name is personal data and stands on the cover sheet only. */
export interface Paper {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Known of what was bound to one file. */
  readonly pages?: number;
}

/** 信息流转: each handing over of a dossier, once per asking however often it is tried. */
export const transmissions = pgTable(
  'transmissions',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** To whom at the home station it is addressed. */
    addressee: text().$type<Addressee>().notNull().default('liaison_officer'),
    fromStation: text('from_station').$type<UnitCode>().notNull(),
    toStation: text('to_station').$type<UnitCode>().notNull(),
    handedOverAt: instant('handed_over_at').notNull(),
    /** When it is known to have arrived; null until its receipt says so. */
    deliveredAt: instant('delivered_at'),
    /** What the receipt has to name: pages of the bound file with its cover sheet, or papers where none was bound. */
    pages: integer().notNull(),
    papers: jsonb().$type<Paper[]>().notNull(),
    /** Of the bound file (`dossier_files`); null where the papers went each by itself. */
    dossierSha256: text('dossier_sha256'),
    /** Where a fax went, whoever sent it: a station's official number. */
    faxNumber: text('fax_number'),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.n] }),
    scopePolicy('transmissions'),
    workerPolicy('transmissions'),
  ],
);
