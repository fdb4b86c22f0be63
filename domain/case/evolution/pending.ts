import type { Instant } from '../../time/instant.ts';
import type { Effect, EffectType } from '../effect.ts';
import { effectKeyOf } from '../effect.ts';
import type { CaseState } from '../state.ts';

/** An effect that was just asked for. */
export function begun(
  state: CaseState,
  effect: Effect,
  since: Instant,
): Pick<CaseState, 'asked' | 'pending'> {
  return {
    asked: { ...state.asked, [effect.type]: effect.n },
    pending: {
      ...withoutType(state, effect.type),
      [effectKeyOf(effect)]: { effect, since, failures: 0, progress: { kind: 'running' } },
    },
  };
}

/** A type of effect runs once at a time: a new one, or a result, ends every pending one of its type. */
export function withoutType(state: Pick<CaseState, 'pending'>, type: EffectType): CaseState['pending'] {
  return Object.fromEntries(Object.entries(state.pending).filter(([, { effect }]) => effect.type !== type));
}
