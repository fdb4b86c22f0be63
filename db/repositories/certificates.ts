import { and, eq } from 'drizzle-orm';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { certificates } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type CertificateRow = Opened<typeof certificates.$inferSelect>;

/** Keeps a certificate unless an earlier try of the same asking did; returns the one that counts. */
export async function addCertificateOnce(
  executor: Executor,
  certificate: CertificateRow,
): Promise<CertificateRow> {
  const [added] = await executor
    .insert(certificates)
    .values(sealRow(executor, certificates, certificate))
    .onConflictDoNothing({ target: [certificates.caseNo, certificates.n] })
    .returning();
  if (added !== undefined) return certificate;
  const stored = await findCertificateOfAsking(executor, certificate.caseNo, certificate.n);
  if (stored === undefined) throw new Error('a certificate was kept and is not there');
  return stored;
}

export async function findCertificateOfAsking(
  executor: Executor,
  caseNo: CaseNo,
  n: number,
): Promise<CertificateRow | undefined> {
  const [row] = await executor
    .select()
    .from(certificates)
    .where(and(eq(certificates.caseNo, caseNo), eq(certificates.n, n)));
  return row && openRow(executor, certificates, row);
}

/** One certificate of a case, with its document. */
export async function findCertificate(
  executor: Executor,
  caseNo: CaseNo,
  certificateNo: CertificateNo,
): Promise<CertificateRow | undefined> {
  const [row] = await executor
    .select()
    .from(certificates)
    .where(and(eq(certificates.caseNo, caseNo), eq(certificates.certificateNo, certificateNo)));
  return row && openRow(executor, certificates, row);
}
