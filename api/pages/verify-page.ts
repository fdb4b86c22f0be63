import { chineseDate, chineseDateTime } from '../../domain/papers/wording.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { loadTemplate } from '../../templates/load.ts';
import type { CertificateCheckView } from '../inquiries/certificate-check.ts';

interface VerifyPage {
  readonly base: string;
  /** As it was typed, so that a slip can be mended. */
  readonly certificateNo: string;
  readonly fault: string | null;
  readonly result: ReturnType<typeof resultOf> | null;
}

const template = loadTemplate<VerifyPage>('pages/verify');

/** The page to which the QR code of a certificate leads, with the form for whoever types number and code. */
export function verifyPage(page: {
  readonly base: string;
  readonly certificateNo?: string;
  readonly fault?: string;
  readonly check?: CertificateCheckView;
}): string {
  const { base, certificateNo = '', fault = null, check } = page;
  return template({ base, certificateNo, fault, result: check === undefined ? null : resultOf(check) });
}

function resultOf(check: CertificateCheckView) {
  return {
    isValid: check.outcome === 'valid',
    outcomeTitle: check.outcomeTitle,
    sentence: check.sentence,
    title: check.title,
    issuingUnit: check.issuingUnit,
    issuedOn: chineseDate(parsePlainDate(check.issuedOn)),
    maskedName: check.maskedName,
    checkedAt: chineseDateTime(check.checkedAt as Instant),
  };
}
