import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DossierKey, DossierOccasion } from '../../domain/papers/bound-dossier.ts';
import { isCurrentDossier } from '../../domain/papers/bound-dossier.ts';
import type { Executor } from '../database.ts';
import { dossierFiles } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';
import { listAttachments } from './attachments.ts';

export type DossierFile = Opened<typeof dossierFiles.$inferSelect>;

/** A dossier's file without its bytes. */
export type DossierFileSummary = Omit<DossierFile, 'pdf' | 'faxTiff'>;

/** Keeps a bound dossier unless an earlier try did: what may have been handed over stays as it is. */
export async function addDossierFileOnce(executor: Executor, file: DossierFile): Promise<void> {
  await executor
    .insert(dossierFiles)
    .values(sealRow(executor, dossierFiles, file))
    .onConflictDoNothing();
}

/** The last edition of a bound dossier, with its bytes. */
export async function findDossierFile(
  executor: Executor,
  caseNo: CaseNo,
  key: DossierKey,
): Promise<DossierFile | undefined> {
  const [file] = await executor
    .select()
    .from(dossierFiles)
    .where(isNamed(caseNo, key))
    .orderBy(desc(dossierFiles.edition))
    .limit(1);
  return file && openRow(executor, dossierFiles, file);
}

/** The same without its bytes. */
export async function findDossierFileSummary(
  executor: Executor,
  caseNo: CaseNo,
  key: DossierKey,
): Promise<DossierFileSummary | undefined> {
  const { pdf: _pdf, faxTiff: _faxTiff, ...summary } = getTableColumns(dossierFiles);
  const [file] = await executor
    .select(summary)
    .from(dossierFiles)
    .where(isNamed(caseNo, key))
    .orderBy(desc(dossierFiles.edition))
    .limit(1);
  return file;
}

/** The last edition for a handing over, and whether it is the one that is wanted now. */
export async function findBoundDossier(
  executor: Executor,
  caseNo: CaseNo,
  occasion: DossierOccasion,
): Promise<(DossierFileSummary & { readonly isCurrent: boolean }) | undefined> {
  const bound = await findDossierFileSummary(executor, caseNo, occasion);
  if (bound === undefined) return undefined;
  const attachments = await listAttachments(executor, caseNo);
  return { ...bound, isCurrent: isCurrentDossier(bound, occasion, attachments) };
}

function isNamed(caseNo: CaseNo, { n, channel }: DossierKey) {
  return and(eq(dossierFiles.caseNo, caseNo), eq(dossierFiles.n, n), eq(dossierFiles.channel, channel));
}
