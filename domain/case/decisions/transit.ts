import { bringsMending, findClockStart, handedOverTransmissions, isClockOn } from '../state.ts';
import type { CaseState, Transmission } from '../state.ts';
import type { ClockId } from '../../clocks/clock-id.ts';
import type { CaseFacts } from '../../clocks/facts.ts';
import { policyOf } from '../../clocks/facts.ts';
import type { CaseAct } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import { arrivalOf, findReceivable, isOvertaken, isWhole, receiptFaults } from '../receipts.ts';
import type { Instant } from '../../time/instant.ts';

import { restartClock, startClock } from './clocks.ts';
import type { Decision, DecisionContext } from './context.ts';
import { clockOfHome, nextEffect } from './effects.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

export function transmit(
  state: CaseState,
  { by, commandId, channel, addressee }: ActOf<'transmit'>,
): Decision<'transmit'> {
  const effect = { ...nextEffect(state, 'transmit_dossier', commandId), channel, addressee };
  return [{ type: 'transmission_requested', by, effect }];
}

/** Another station, or the one that the county names: the dossier goes there at once. */
export function reroute(
  state: CaseState,
  { type, by, commandId, homeStation, homeLevel }: ActOf<'reroute' | 'assign'>,
  { now, facts }: DecisionContext,
): CaseEvent[] {
  const effect = {
    ...nextEffect(state, 'transmit_dossier', commandId),
    channel: 'platform',
    addressee: 'liaison_officer',
  } as const;
  return [
    {
      type: 'case_rerouted',
      by,
      homeStation,
      homeLevel,
      cause: type === 'reroute' ? 'rerouted' : 'assigned',
      homePolicyVersion: facts.home.policyVersion,
    },
    { type: 'transmission_requested', by, effect },
    ...(isClockOn(state, 'transmission') ? [] : [startClock(state, 'transmission', now, facts)]),
  ];
}

/**
 * 签收. What the platform delivered began its term with the delivery, however late it is opened; a fax or a carried
 * dossier with the time in the receipt [民法典 201, 电子签名法 11].
 */
export function receive(
  state: CaseState,
  { by, n, ...words }: ActOf<'receive'>,
  { now, facts }: DecisionContext,
): Decision<'receive'> {
  const transmission = findReceivable(state, n);
  if (typeof transmission === 'string') return transmission;
  const [fault] = receiptFaults(transmission, words, now);
  if (fault !== undefined) return fault.code;
  const { receivedAt, pagesReceived } = words;
  const { channel } = transmission;
  const arrivedAt = receivedAt ?? transmission.deliveredAt ?? now;
  const [next] = handedOverTransmissions(state).filter((later) => later.n > transmission.n);
  const clock = clockOfHome(state);
  return [
    { type: 'dossier_received', by, n: transmission.n, channel, receivedAt: arrivedAt, pagesReceived },
    // What went after it may have brought what it lacks.
    ...(isWhole(transmission, words) || next !== undefined
      ? []
      : [{ type: 'defect_reported', by, defect: 'pages_missing' } as const]),
    ...(isClockOn(state, clock)
      ? movedByReceipt(state, clock, transmission, arrivedAt, facts)
      : [startClock(state, clock, arrivedAt, facts)]),
    // What went after it waits for a receipt of its own.
    ...(next?.handedOverAt == null || isOvertaken(state, transmission.n)
      ? []
      : [startClock(state, 'receipt', next.handedOverAt, facts)]),
  ];
}

/**
 * A receipt says when a fax or a letter arrived: the term begins with the first that did. It says nothing against the
 * platform's own record, and no second sending makes the first arrive later.
 */
function movedByReceipt(
  state: CaseState,
  clock: ClockId,
  { n, channel, deliveredAt }: Transmission,
  arrivedAt: Instant,
  facts: CaseFacts,
): CaseEvent[] {
  const startedAt = findClockStart(state, clock);
  if (startedAt === undefined || channel === 'platform') return [];
  const beganTerm = deliveredAt === startedAt;
  if (policyOf(facts, 'home').onMaterialsCompleted === 'clock_restarts') {
    if (bringsMending(state, n)) return restartClock(state, clock, arrivedAt, facts, 'materials_completed');
    // Nothing that came before what mended a defect moves the term that runs from it.
    if (!beganTerm) return [];
  }
  const otherArrivals = handedOverTransmissions(state)
    .filter((other) => other.n !== n)
    .flatMap((other) => arrivalOf(other) ?? [])
    .filter((at) => at >= startedAt);
  const rivals = beganTerm ? otherArrivals : [startedAt];
  const [t0 = arrivedAt] = [arrivedAt, ...rivals].toSorted();
  return t0 === startedAt ? [] : restartClock(state, clock, t0, facts, 'receipt');
}

/** A first fax found later on the home station's machine: earlier than what was confirmed, never later (§5). */
export function correctReceipt(
  state: CaseState,
  { by, receivedAt }: ActOf<'correct_receipt'>,
  { now, facts }: DecisionContext,
): Decision<'correct_receipt'> {
  const startedAt = findClockStart(state, 'verification');
  const isEarlier = startedAt !== undefined && receivedAt < startedAt;
  if (!isEarlier || !isPlausible(state, receivedAt, now)) return 'receipt_time_implausible';
  return [
    { type: 'receipt_corrected', by, receivedAt },
    ...restartClock(state, 'verification', receivedAt, facts, 'receipt_corrected'),
  ];
}

/** Back to the accepting station, whose term to send it on begins anew. */
export function returnDossier(
  state: CaseState,
  { by, reason, suggestedStation }: ActOf<'return_dossier'>,
  { now, facts }: DecisionContext,
): Decision<'return_dossier'> {
  return [
    { type: 'dossier_returned', by, reason, suggestedStation },
    startClock(state, 'transmission', now, facts),
  ];
}

/** Nothing arrives before it was sent, nor in the future. */
function isPlausible(state: CaseState, at: Instant, now: Instant): boolean {
  return (
    at <= now &&
    handedOverTransmissions(state).some(({ handedOverAt }) => handedOverAt !== null && handedOverAt <= at)
  );
}
