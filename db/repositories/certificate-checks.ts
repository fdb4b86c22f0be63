import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { CertificateKind, CertificateLife } from '../../domain/case/status.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { CheckWay } from '../../domain/inquiry/certificate-check.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import type { TokenHash } from '../../platform/printed-secrets.ts';
import type { Executor } from '../database.ts';
import type { Sealed } from '../schema/columns.ts';
import { certificateChecks, certificates } from '../schema/index.ts';
import { openRow } from '../sealed-rows.ts';

/** What is asked for: a certificate by what its QR code holds, or by its number and the code beside it. */
export interface CertificateQuestion {
  readonly way: CheckWay;
  /** Null for a token, which leads to its certificate by itself. */
  readonly certificateNo: string | null;
  /** Of the code or the token, under every key that it may be stored with. */
  readonly secretHashes: readonly (SearchHash | TokenHash)[];
}

/** All that a check tells. */
export interface CheckedCertificate {
  readonly life: CertificateLife;
  readonly kind: CertificateKind;
  readonly certificateNo: CertificateNo;
  readonly issuedAt: Instant;
  /** Null after retention. */
  readonly maskedName: string | null;
}

type CheckRow = {
  readonly life: CertificateLife;
  readonly kind: CertificateKind;
  readonly certificate_no: CertificateNo;
  readonly issued_at_ms: string;
  readonly masked_name: Sealed<string> | null;
};

/** Checks a certificate for somebody who may be anybody, and records that it was checked. */
export async function checkCertificate(
  executor: Executor,
  { way, certificateNo, secretHashes }: CertificateQuestion,
  at: Instant,
): Promise<CheckedCertificate | undefined> {
  const [row] = await executor.execute<CheckRow>(sql`
    select life, kind, certificate_no, extract(epoch from issued_at) * 1000 as issued_at_ms, masked_name
    from check_certificate(${way}, ${certificateNo}, ${sql.param([...secretHashes])}, ${at}::timestamptz)`);
  if (row === undefined) return undefined;
  const stored = { certificateNo: row.certificate_no, maskedName: row.masked_name };
  return {
    life: row.life,
    kind: row.kind,
    certificateNo: row.certificate_no,
    issuedAt: instantFromEpochMs(Number(row.issued_at_ms)),
    maskedName: openRow(executor, certificates, stored).maskedName,
  };
}

/** The checks of a case's certificates, the latest first; those behind one of them, or all. */
export function listCertificateChecks(
  executor: Executor,
  caseNo: CaseNo,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
) {
  return executor
    .select()
    .from(certificateChecks)
    .where(
      and(
        eq(certificateChecks.caseNo, caseNo),
        before === undefined ? undefined : lt(certificateChecks.id, before),
      ),
    )
    .orderBy(desc(certificateChecks.id))
    .limit(limit);
}

/** Deletes checks of before an instant that were of no certificate of ours; answers of how many. */
export async function forgetChecksOfNothing(executor: Executor, before: Instant): Promise<number> {
  const forgotten = await executor
    .delete(certificateChecks)
    .where(and(isNull(certificateChecks.certificateNo), lt(certificateChecks.checkedAt, before)))
    .returning({ id: certificateChecks.id });
  return forgotten.length;
}
