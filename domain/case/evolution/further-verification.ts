import type { Instant } from '../../time/instant.ts';
import type { FurtherVerification } from '../further-verification.ts';
import type { CaseState } from '../state.ts';
import type { Evolution } from './evolution.ts';

type FurtherVerificationEvent =
  'further_verification_requested' | 'further_verification_cancelled' | 'further_verification_answered';

/** What a further station is asked, and what it says. */
export const furtherVerificationEvolution = {
  further_verification_requested: (state, { n, station, requestId, by }, at) => ({
    ...state,
    furtherVerifications: [
      ...state.furtherVerifications,
      { n, station, requestId, askedBy: by, askedAt: at, outcome: null },
    ],
  }),
  further_verification_cancelled: (state, { n }, at) => ended(state, n, { kind: 'cancelled', at }),
  further_verification_answered: (state, { n, by, answerId, result }, at) =>
    ended(state, n, { kind: 'answered', at, by, answerId, result }),
} as const satisfies Evolution<FurtherVerificationEvent>;

/** Once the home station no longer verifies nobody waits for what another was asked for it. */
export function lapseWhenLeft(
  { status, furtherVerifications }: Pick<CaseState, 'status' | 'furtherVerifications'>,
  at: Instant,
  seq: number,
): readonly FurtherVerification[] {
  if (status === 'verifying') return furtherVerifications;
  return furtherVerifications.map((asking) =>
    asking.outcome === null ? { ...asking, outcome: { kind: 'lapsed', at, seq } } : asking,
  );
}

function ended(state: CaseState, n: number, outcome: FurtherVerification['outcome']): CaseState {
  return {
    ...state,
    furtherVerifications: state.furtherVerifications.map((asking) =>
      asking.n === n ? { ...asking, outcome } : asking,
    ),
  };
}
