import { effectKeyOf } from '../effect.ts';
import type { Effect } from '../effect.ts';
import type { CaseState, PendingEffect } from '../state.ts';
import type { Evolution } from './evolution.ts';

/** Effects that fail in public and are tried again. */
export const effectEvolution = {
  effect_failed: (state, { effect, failure, failures, nextTryAt }) =>
    changePending(state, effect, (pending) => ({
      ...pending,
      failures,
      progress: { kind: 'failed', failure, nextTryAt },
    })),
  effect_retried: runAgain,
  effect_retry_ordered: runAgain,
  // The events that come with it say what came of it.
  effect_substituted: (state) => state,
} as const satisfies Evolution<
  'effect_failed' | 'effect_retried' | 'effect_retry_ordered' | 'effect_substituted'
>;

function runAgain(state: CaseState, { effect }: { readonly effect: Effect }): CaseState {
  return changePending(state, effect, (pending) => ({ ...pending, effect, progress: { kind: 'running' } }));
}

function changePending(
  state: CaseState,
  effect: Effect,
  change: (pending: PendingEffect) => PendingEffect,
): CaseState {
  const key = effectKeyOf(effect);
  const pending = state.pending[key];
  return pending === undefined ? state : { ...state, pending: { ...state.pending, [key]: change(pending) } };
}
