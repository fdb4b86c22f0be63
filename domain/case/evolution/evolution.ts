import type { Instant } from '../../time/instant.ts';
import type { CaseEventOf, CaseEventType } from '../event.ts';
import type { CaseState } from '../state.ts';
import type { CaseOutcome } from '../status.ts';

/** What each of some events changes in the state. */
export type Evolution<Type extends CaseEventType> = {
  readonly [T in Type]: (state: CaseState, event: CaseEventOf<T>, at: Instant) => CaseState;
};

/** The end of a case. Whatever was under way for it is let go. */
export function close(state: CaseState, outcome: CaseOutcome, at: Instant): CaseState {
  return { ...unpaused(state), status: 'closed', outcome, closedAt: at, pending: {} };
}

export function unpaused({ paused: _, ...state }: CaseState): CaseState {
  return state;
}

/** Some events are remembered for people; no rule hangs on them. */
export function unchanged(state: CaseState): CaseState {
  return state;
}
