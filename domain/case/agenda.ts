import type { AgendaItem } from './agenda-item.ts';
import type { EffectKey } from './effect.ts';
import type { CaseState } from './state.ts';

/**
 * The future of a case, earliest first: the rungs of its running clock and the next tries of its stuck effects.
 * The workflow waits by it, an officer sees it before it happens.
 */
export function agenda(state: CaseState): AgendaItem[] {
  return [...rungItems(state), ...retryItems(state)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function rungItems({ clock, answer, status }: CaseState): AgendaItem[] {
  // An answer stops the ladder [§6]; so does the end of the case.
  if (clock === null || answer !== null || status === 'closed') return [];
  return clock.ladder
    .filter(({ rung }) => !clock.fired.includes(rung))
    .map(({ rung, at }) => ({ kind: 'rung', rung, at }));
}

function retryItems({ pending }: CaseState): AgendaItem[] {
  return Object.entries(pending).flatMap(([key, { progress, failures }]): AgendaItem[] =>
    progress.kind === 'failed' && progress.nextTryAt !== null
      ? [{ kind: 'retry', at: progress.nextTryAt, effectKey: key as EffectKey, afterFailures: failures }]
      : [],
  );
}
