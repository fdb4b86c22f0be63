import type { IdentityDocumentKind } from '../application/application.ts';
import type { CaseNo, CertificateNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { Choice, PaperUnit } from './wording.ts';
import { chineseDate, choicesOf, identityDocumentTitles } from './wording.ts';

/** 领取通知: the certificate is ready [§4]. */
export interface CollectionNoticeView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly appliedOn: PlainDate;
  readonly matters: readonly string[];
  readonly certificateNo: CertificateNo;
  readonly acceptingStation: PaperUnit;
  readonly issuedOn: PlainDate;
  /** The last day; what is not collected by then closes the case [policy]. Null where no term runs. */
  readonly collectBefore: PlainDate | null;
}

export function presentCollectionNotice({
  caseNo,
  appliedOn,
  issuedOn,
  collectBefore,
  ...same
}: CollectionNoticeView) {
  return {
    ...same,
    number: caseNo,
    appliedOn: chineseDate(appliedOn),
    issuedOn: chineseDate(issuedOn),
    collectBefore: collectBefore === null ? null : chineseDate(collectBefore),
  };
}

export type CollectedBy = 'applicant' | 'guardian' | 'agent';

const collectorTitles = {
  applicant: '申请人本人',
  guardian: '监护人',
  agent: '代办人',
} as const satisfies Record<CollectedBy, string>;

/** 领取登记: who took the certificate, with room for the signature. It stays at the station. */
export interface CollectionRecordView {
  readonly caseNo: CaseNo;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly certificateNo: CertificateNo;
  readonly certificateTitle: string;
  readonly certificateSha256: string;
  readonly issuedOn: PlainDate;
  readonly acceptingStationName: string;
  /** Who came, with what, and when; null on a blank record that is filled in by hand. */
  readonly collected: {
    readonly by: CollectedBy;
    readonly identityDocument: IdentityDocumentKind | null;
    readonly at: Instant;
  } | null;
}

interface CollectedFields {
  readonly collectors: readonly Choice[];
  readonly identityDocuments: readonly Choice[];
  readonly collectedOn: string | null;
}

export function presentCollectionRecord({
  caseNo,
  certificateSha256,
  issuedOn,
  collected,
  ...same
}: CollectionRecordView) {
  const fields: CollectedFields = {
    identityDocuments: choicesOf(
      identityDocumentTitles,
      collected?.identityDocument == null ? [] : [collected.identityDocument],
    ),
    collectors: choicesOf(collectorTitles, collected === null ? [] : [collected.by]),
    collectedOn: collected === null ? null : chineseDate(localDateOf(collected.at)),
  };
  return {
    ...same,
    ...fields,
    number: caseNo,
    sha256: [certificateSha256.slice(0, 32), certificateSha256.slice(32)],
    issuedOn: chineseDate(issuedOn),
  };
}
