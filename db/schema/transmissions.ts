import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant } from './columns.ts';
import { scopePolicy, workerPolicy } from './roles.ts';

/** One paper of a dossier as it was handed over. */
export interface Paper {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** 信息流转: each handing over of a dossier, once per asking however often it is tried. */
export const transmissions = pgTable(
  'transmissions',
  {
    caseNo: text('case_no').$type<CaseNo>().notNull(),
    n: integer().notNull(),
    channel: text().$type<'platform'>().notNull(),
    fromStation: text('from_station').$type<UnitCode>().notNull(),
    toStation: text('to_station').$type<UnitCode>().notNull(),
    deliveredAt: instant('delivered_at').notNull(),
    papers: jsonb().$type<Paper[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseNo, table.n] }),
    scopePolicy('transmissions'),
    workerPolicy('transmissions'),
  ],
);
