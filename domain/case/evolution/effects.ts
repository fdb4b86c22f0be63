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
  effect_retried: (state, { effect }) =>
    changePending(state, effect, (pending) => ({ ...pending, effect, progress: { kind: 'running' } })),
} as const satisfies Evolution<'effect_failed' | 'effect_retried'>;

function changePending(
  state: CaseState,
  effect: Effect,
  change: (pending: PendingEffect) => PendingEffect,
): CaseState {
  const key = effectKeyOf(effect);
  const pending = state.pending[key];
  return pending === undefined ? state : { ...state, pending: { ...state.pending, [key]: change(pending) } };
}
