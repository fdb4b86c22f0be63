import type { CertificateFoot } from './annexes.ts';

/** What a province may decide about its papers [policy]. */
export interface PaperPolicy {
  /** What stands below the annexes' tables, when it is the accepting side. */
  readonly certificateFoot: CertificateFoot;
  /** The block about a booklet of one's own in the referral notice, when it is the home side; null leaves it out. */
  readonly bookletAdvice: string | null;
}

export const defaultPaperPolicy: PaperPolicy = { certificateFoot: 'number_and_qr', bookletAdvice: null };
