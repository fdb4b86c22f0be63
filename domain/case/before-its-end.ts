import type { CaseState } from './state.ts';
import { findValidCertificate } from './state.ts';
import type { CaseStatus } from './status.ts';

/** Where a case stood when it ended: what was done in it says so. */
export function statusBeforeItsEnd(state: CaseState): Exclude<CaseStatus, 'closed'> {
  if (findValidCertificate(state) !== undefined) return 'issued';
  if (state.answer !== null) return 'answered';
  if (state.receivedAt !== null) return 'verifying';
  return state.transmissions.some(({ round }) => round === state.round) ? 'in_transit' : 'accepted';
}
