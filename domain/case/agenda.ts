import type { AgendaItem } from './agenda-item.ts';
import type { EffectKey } from './effect.ts';
import type { CaseState } from './state.ts';
import { findPending } from './state.ts';

/**
 * The future of a case, earliest first: the rungs of its running clocks and the next tries of its stuck effects.
 * The workflow waits by it, an officer sees it before it happens.
 */
export function agenda(state: CaseState): AgendaItem[] {
  return [...rungItems(state), ...retryItems(state)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function rungItems(state: CaseState): AgendaItem[] {
  const { clocks, receivedAt } = state;
  const isBeingMade = findPending(state, 'issue_certificate') !== undefined;
  return Object.values(clocks)
    .filter(({ stoppedAt }) => stoppedAt === null)
    .flatMap(({ key, ladder, fired }) =>
      ladder
        .filter(({ rung }) => !fired.includes(rung))
        .filter(({ unless }) => unless !== 'received' || receivedAt === null)
        // Nobody can collect what is being made anew.
        .filter(({ rung }) => rung !== 'collection_lapsed' || !isBeingMade)
        .map((rung): AgendaItem => ({ kind: 'rung', at: rung.at, clockKey: key, rung })),
    );
}

function retryItems({ pending }: CaseState): AgendaItem[] {
  return Object.entries(pending).flatMap(([key, { progress, failures }]): AgendaItem[] =>
    progress.kind === 'failed' && progress.nextTryAt !== null
      ? [{ kind: 'retry', at: progress.nextTryAt, effectKey: key as EffectKey, afterFailures: failures }]
      : [],
  );
}
