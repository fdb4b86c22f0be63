import type { CaseAct } from '../command.ts';
import { findOpenFurtherVerification } from '../further-verification.ts';
import type { CaseState } from '../state.ts';
import { startClock } from './clocks.ts';
import type { Decision, DecisionContext } from './context.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

/** A further station is asked within the home station's term, which runs on [policy]. */
export function requestFurtherVerification(
  state: CaseState,
  { by, commandId, station }: ActOf<'request_further_verification'>,
  { now, facts }: DecisionContext,
): Decision<'request_further_verification'> {
  const n = state.furtherVerifications.length + 1;
  return [
    { type: 'further_verification_requested', by, n, station, requestId: commandId },
    startClock(state, 'further_verification', now, facts),
  ];
}

export function cancelFurtherVerification(
  state: CaseState,
  { by, n }: ActOf<'cancel_further_verification'>,
): Decision<'cancel_further_verification'> {
  if (findOpenFurtherVerification(state)?.n !== n) return 'no_further_verification';
  return [{ type: 'further_verification_cancelled', by, n }];
}

export function answerFurtherVerification(
  state: CaseState,
  { by, commandId, n, result }: ActOf<'answer_further_verification'>,
): Decision<'answer_further_verification'> {
  if (findOpenFurtherVerification(state)?.n !== n) return 'no_further_verification';
  return [{ type: 'further_verification_answered', by, n, result, answerId: commandId }];
}
