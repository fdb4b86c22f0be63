import type { CaseClock } from '../../clocks/clock.ts';
import type { ClockId, ClockKey } from '../../clocks/clock-id.ts';
import { clockIds } from '../../clocks/clock-id.ts';
import type { Instant } from '../../time/instant.ts';
import type { CaseEvent, CaseEventType } from '../event.ts';
import { isOvertaken } from '../receipts.ts';
import type { CaseState, Escalation } from '../state.ts';

/** Which events bring which clocks to their end. What is not named here stops no clock. */
const stops: Partial<Record<CaseEventType, readonly ClockId[]>> = {
  // The term to send it on goes on until it has gone.
  case_rerouted: ['receipt', 'verification', 'assignment', 'reply'],
  // The first station is not charged with the days of another (§5).
  dossier_returned: ['receipt', 'verification', 'further_verification', 'assignment', 'reply'],
  // An answer stops the ladder [§6].
  answer_recorded: ['receipt', 'verification', 'further_verification', 'reply'],
  further_verification_cancelled: ['further_verification'],
  further_verification_answered: ['further_verification'],
  // Issued on the spot [§5], nothing is transmitted any more.
  certificate_issued: ['transmission', 'collection', 'filing_dispatch', 'filing_acknowledgement'],
  certificate_voided: ['collection', 'issue', 'filing_dispatch', 'filing_acknowledgement'],
  applicant_notified: ['issue'],
  filing_sent: ['filing_dispatch'],
  filing_acknowledged: ['filing_acknowledgement'],
  certificate_collected: ['collection', 'issue'],
};

/** The clocks that an event ends; the end of the case ends them all. */
export function stoppedBy(event: CaseEvent, state: CaseState): readonly ClockId[] {
  if (state.status === 'closed') return clockIds;
  // A first fax that was found later ends no waiting for what went after it.
  if (event.type === 'dossier_received') return isOvertaken(state, event.n) ? [] : ['receipt'];
  // Asked for is not sent: a fax that nobody takes is late like a dossier that nobody sends.
  if (event.type === 'dossier_handed_over') {
    const isFirstArrival = event.deliveredAt !== null && state.receivedAt === null;
    return isFirstArrival ? ['transmission', 'receipt'] : ['transmission'];
  }
  return stops[event.type] ?? [];
}

/**
 * Stops the running clocks of some kinds, and with them what their rungs still demanded. A reply that nobody has to give
 * any more, because it was given or what was urged has been done, is waited for no longer.
 */
export function stopClocks(state: CaseState, ids: readonly ClockId[], at: Instant): CaseState {
  const stopped = stopThose(state, ({ clock }) => ids.includes(clock), at);
  const settled = settledReplies(stopped);
  return stopThose(stopped, ({ key }) => settled.includes(key), at);
}

function stopThose(
  state: CaseState,
  isOver: (clock: Pick<CaseClock, 'key' | 'clock'>) => boolean,
  at: Instant,
): CaseState {
  const running = Object.values(state.clocks).filter(({ stoppedAt }) => stoppedAt === null);
  const waiting = Object.entries(state.unstartedClocks).map(([key, { clock }]) => ({
    key: key as ClockKey,
    clock,
  }));
  const over = [...running, ...waiting].filter(isOver).map(({ key }) => key);
  return {
    ...state,
    unstartedClocks: Object.fromEntries(
      Object.entries(state.unstartedClocks).filter(([key]) => !over.includes(key as ClockKey)),
    ),
    clocks: mapValues(state.clocks, (clock) =>
      over.includes(clock.key) ? { ...clock, stoppedAt: at } : clock,
    ),
    escalations: mapValues(state.escalations, (escalation) =>
      escalation.settlement === null && over.some((key) => escalation.rungKey.startsWith(`${key}/`))
        ? ({ ...escalation, settlement: { kind: 'obviated', at } } satisfies Escalation)
        : escalation,
    ),
  };
}

/** The clocks of replies that nobody has to give any more. */
function settledReplies({ escalations }: CaseState): ClockKey[] {
  return Object.values(escalations).flatMap(({ settlement, replyClock }) =>
    settlement !== null && replyClock !== null ? [replyClock] : [],
  );
}

function mapValues<Key extends string, Value>(
  record: Readonly<Record<Key, Value>>,
  change: (value: Value) => Value,
): Record<Key, Value> {
  return Object.fromEntries(
    Object.entries<Value>(record).map(([key, value]) => [key, change(value)]),
  ) as Record<Key, Value>;
}
