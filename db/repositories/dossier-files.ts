import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { dossierFiles } from '../schema/index.ts';

export type DossierFile = typeof dossierFiles.$inferSelect;

/** A dossier's file without its bytes. */
export type DossierFileSummary = Omit<DossierFile, 'pdf' | 'faxTiff'> & { readonly hasFaxTiff: boolean };

/** Keeps a bound dossier unless an earlier try did: what may have been handed over stays as it is. */
export async function addDossierFileOnce(executor: Executor, file: DossierFile): Promise<void> {
  await executor.insert(dossierFiles).values(file).onConflictDoNothing();
}

/** The dossier of the n-th handing over, with its bytes. */
export async function findDossierFile(
  executor: Executor,
  caseNo: CaseNo,
  n: number,
): Promise<DossierFile | undefined> {
  const [file] = await executor
    .select()
    .from(dossierFiles)
    .where(and(eq(dossierFiles.caseNo, caseNo), eq(dossierFiles.n, n)));
  return file;
}

/** The same without its bytes. */
export async function findDossierFileSummary(
  executor: Executor,
  caseNo: CaseNo,
  n: number,
): Promise<DossierFileSummary | undefined> {
  const { pdf: _pdf, faxTiff, ...summary } = getTableColumns(dossierFiles);
  const [file] = await executor
    .select({ ...summary, hasFaxTiff: sql<boolean>`${faxTiff} is not null` })
    .from(dossierFiles)
    .where(and(eq(dossierFiles.caseNo, caseNo), eq(dossierFiles.n, n)));
  return file;
}
