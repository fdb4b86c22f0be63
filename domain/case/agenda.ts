import type { AgendaItem } from './agenda-item.ts';
import type { EffectKey } from './effect.ts';
import type { CaseState, PendingEffect } from './state.ts';
import { findPending, isFiled } from './state.ts';

/**
 * The future of a case, earliest first: the rungs of its running clocks and the next tries of its stuck effects.
 * The workflow waits by it, an officer sees it before it happens. Of a paused case nothing happens by itself: what comes
 * due meanwhile does when it is resumed.
 */
export function agenda(state: CaseState): AgendaItem[] {
  if (state.paused !== undefined) return [];
  return [...rungItems(state), ...retryItems(state)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function rungItems(state: CaseState): AgendaItem[] {
  const { clocks, receivedAt } = state;
  // Nobody can collect what is being made anew, and a case stays open until its Annex 2 is filed (§4).
  const mayLapse = !willBeTried(findPending(state, 'issue_certificate')) && isFiled(state);
  return Object.values(clocks)
    .filter(({ stoppedAt }) => stoppedAt === null)
    .flatMap(({ key, ladder, fired }) =>
      ladder
        .filter(({ rung }) => !fired.includes(rung))
        .filter(({ unless }) => unless !== 'received' || receivedAt === null)
        .filter(({ rung }) => rung !== 'collection_lapsed' || mayLapse)
        .map((rung): AgendaItem => ({ kind: 'rung', at: rung.at, clockKey: key, rung })),
    );
}

/** Whether something under way will go on by itself: what was given up holds nothing back. */
function willBeTried(pending: PendingEffect | undefined): boolean {
  return (
    pending !== undefined && !(pending.progress.kind === 'failed' && pending.progress.nextTryAt === null)
  );
}

function retryItems({ pending }: CaseState): AgendaItem[] {
  return Object.entries(pending).flatMap(([key, { progress, failures }]): AgendaItem[] =>
    progress.kind === 'failed' && progress.nextTryAt !== null
      ? [{ kind: 'retry', at: progress.nextTryAt, effectKey: key as EffectKey, afterFailures: failures }]
      : [],
  );
}
