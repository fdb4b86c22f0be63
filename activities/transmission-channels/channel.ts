import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A bound dossier on its way out. */
export interface OutgoingDossier {
  readonly pages: number;
  /** TIFF G4, bound for fax machines only. */
  readonly faxTiff: Uint8Array | null;
}

/** Which handing over it is. It is the same for every try, and no two share it. */
export interface TransmissionKey {
  readonly caseNo: CaseNo;
  readonly n: number;
}

/** How the home station can be reached, as far as the directory knows. */
export interface HandoverAddress {
  /** The first is tried first. */
  readonly faxNumbers: readonly string[];
  /** For whoever finds no number there: why, and what to do instead. */
  readonly whyNone: string;
}

/** Keeps whoever waits informed that the work goes on, and hears from him when it should stop. */
export interface Progress {
  readonly heartbeat: (details: object) => void;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface Handover {
  readonly handedOverAt: Instant;
  /** When it is known to have arrived (t0, §5); null until its receipt says so. */
  readonly deliveredAt: Instant | null;
  readonly pages: number;
  /** Where a fax went. */
  readonly faxNumber: string | null;
}

/**
 * A way to a home station. Handing over twice under one key reaches the station once.
 *
 * Errors carry the failure class in `code` and a sentence for staff.
 */
export interface TransmissionChannel {
  hand(
    dossier: OutgoingDossier,
    address: HandoverAddress,
    key: TransmissionKey,
    progress: Progress,
  ): Promise<Handover>;
}
