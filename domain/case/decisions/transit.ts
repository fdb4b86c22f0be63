import { findRunningClock, handedOverTransmissions, isClockOn } from '../state.ts';
import type { CaseState } from '../state.ts';
import type { ClockId } from '../../clocks/clock-id.ts';
import type { CaseFacts } from '../../clocks/facts.ts';
import type { CaseAct } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import type { Instant } from '../../time/instant.ts';

import { restartClock, startClock } from './clocks.ts';
import type { Decision, DecisionContext } from './context.ts';
import { clockOfHome, nextEffect } from './effects.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

export function transmit(
  state: CaseState,
  { by, commandId, channel, addressee }: ActOf<'transmit'>,
): Decision {
  const effect = { ...nextEffect(state, 'transmit_dossier', commandId), channel, addressee };
  return [{ type: 'transmission_requested', by, effect }];
}

/** Another station, or the one that the county names: the dossier goes there at once. */
export function reroute(
  state: CaseState,
  { type, by, commandId, homeStation, homeLevel }: ActOf<'reroute' | 'assign'>,
  { now, facts }: DecisionContext,
): Decision {
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
  { by, receivedAt, pagesReceived }: ActOf<'receive'>,
  { now, facts }: DecisionContext,
): Decision {
  const arrived = handedOverTransmissions(state);
  const transmission = arrived.at(-1);
  if (transmission === undefined) return 'dossier_not_delivered';
  const arrivedAt = receivedAt ?? transmission.deliveredAt ?? now;
  if (!isPlausible(state, arrivedAt, now)) return 'receipt_time_implausible';
  // The platform loses nothing and counts papers, each with its digest; pages are what a fax machine or a bag loses.
  const isComplete =
    pagesReceived === null || transmission.channel === 'platform' || pagesReceived === transmission.pages;
  const clock = clockOfHome(state);
  const { n } = transmission;
  return [
    { type: 'dossier_received', by, n, receivedAt: arrivedAt, pagesReceived },
    ...(isComplete ? [] : [{ type: 'defect_reported', by, defect: 'pages_missing' } as const]),
    ...(isClockOn(state, clock)
      ? movedByReceipt(state, clock, receivedAt, facts)
      : [startClock(state, clock, arrivedAt, facts)]),
  ];
}

/**
 * A receipt that names a time says when a fax arrived. It says nothing against the platform's own record, and a second
 * sending does not make the first arrive later.
 */
function movedByReceipt(
  state: CaseState,
  clock: ClockId,
  receivedAt: Instant | null,
  facts: CaseFacts,
): CaseEvent[] {
  const running = findRunningClock(state, clock);
  if (running === undefined || receivedAt === null) return [];
  const [first, ...others] = handedOverTransmissions(state).filter(({ deliveredAt }) => deliveredAt !== null);
  const { startedAt } = running.deadline;
  const isBetterKnown = first?.channel !== 'platform' && (others.length === 0 || receivedAt < startedAt);
  return isBetterKnown && receivedAt !== startedAt ? restartClock(running, receivedAt, facts, 'receipt') : [];
}

/** A first fax found later on the home station's machine: earlier than what was confirmed, never later (§5). */
export function correctReceipt(
  state: CaseState,
  { by, receivedAt }: ActOf<'correct_receipt'>,
  { now, facts }: DecisionContext,
): Decision {
  const running = findRunningClock(state, 'verification');
  const isEarlier = running !== undefined && receivedAt < running.deadline.startedAt;
  if (!isEarlier || !isPlausible(state, receivedAt, now)) return 'receipt_time_implausible';
  return [
    { type: 'receipt_corrected', by, receivedAt },
    ...restartClock(running, receivedAt, facts, 'receipt_corrected'),
  ];
}

/** Back to the accepting station, whose term to send it on begins anew. */
export function returnDossier(
  state: CaseState,
  { by, reason, suggestedStation }: ActOf<'return_dossier'>,
  { now, facts }: DecisionContext,
): Decision {
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
