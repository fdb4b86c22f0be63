import type { CustodyInterval, Holder } from './holder.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseState } from './state.ts';
import { handedOverTransmissions } from './state.ts';

/** Who has to act next in this state. */
export function holderOf(state: Omit<CaseState, 'custody'>): Holder {
  if (isAtWork(state)) return 'system';
  switch (state.status) {
    case 'accepted':
      return state.completion?.open === 'open' ? 'applicant' : 'accepting_station';
    case 'in_transit': {
      // A dossier that could not be handed over, or not be read, waits for the officer; else it waits for its receipt.
      const isThere = handedOverTransmissions(state).length > 0 && state.defect === null;
      return isThere ? 'home_station' : 'accepting_station';
    }
    case 'verifying':
      return state.defect === null ? 'home_station' : 'accepting_station';
    case 'answered':
      return 'accepting_station';
    case 'issued':
      if (state.filing === 'due') return 'accepting_station';
      // Collected and still open: its filing waits to be acknowledged.
      if (state.filing === 'sent' && state.collectedAt !== null) return 'home_station';
      // Taken up again for a new paper in the place of a lost one.
      if (state.collectedAt !== null) return 'accepting_station';
      return state.notifiedAt === null ? 'accepting_station' : 'applicant';
    case 'closed':
      return 'applicant';
  }
}

/** Something is being done, or will be tried again by itself. */
function isAtWork({ pending }: Pick<CaseState, 'pending'>): boolean {
  return Object.values(pending).some(
    ({ progress }) => progress.kind === 'running' || progress.nextTryAt !== null,
  );
}

/** The custody after something happened at an instant. The time between an end and a way back is the applicant's. */
export function passCustody(
  custody: readonly CustodyInterval[],
  next: Omit<CaseState, 'custody'>,
  at: Instant,
): readonly CustodyInterval[] {
  const current = custody.at(-1);
  const holder = holderOf(next);
  if (current === undefined) return [{ holder, from: at, to: null }];
  const before = custody.slice(0, -1);
  if (next.closedAt !== null) {
    return current.to === null ? [...before, { ...current, to: next.closedAt }] : custody;
  }
  if (current.to !== null) {
    return [...custody, { holder: 'applicant', from: current.to, to: at }, { holder, from: at, to: null }];
  }
  if (current.holder === holder) return custody;
  return [...before, { ...current, to: at }, { holder, from: at, to: null }];
}
