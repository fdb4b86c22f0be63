import { policyOf } from '../../clocks/facts.ts';
import type { Instant } from '../../time/instant.ts';
import type { EffectRemedy, EffectReport, EffectResult } from '../command.ts';
import type { CommandId } from '../command-id.ts';
import type { Effect, EffectOf, EffectType } from '../effect.ts';
import { effectKeyOf } from '../effect.ts';
import type { CaseEvent, CaseEventOf } from '../event.ts';
import { nextTryAfter } from '../retry.ts';
import type { CaseState, Transmission } from '../state.ts';
import { bringsMaterials, bringsMending, isClockOn } from '../state.ts';
import type { ClockId } from '../../clocks/clock-id.ts';
import { restartClock, startClock } from './clocks.ts';
import type { DecisionContext } from './context.ts';

/** The next asking for an effect of a type. */
export function nextEffect<Type extends EffectType>(state: CaseState, type: Type, requestId: CommandId) {
  return { type, n: state.asked[type] + 1, requestId };
}

/** The clock that begins when the dossier arrives: a county only has to say which station it is for. */
export function clockOfHome({ homeLevel }: Pick<CaseState, 'homeLevel'>): ClockId {
  return homeLevel === 'county' ? 'assignment' : 'verification';
}

/** What the report of an effect brings about; nothing when the case no longer waits for it. */
export function effectReported(
  state: CaseState,
  report: EffectReport,
  context: DecisionContext,
): CaseEvent[] {
  const pending = state.pending[effectKeyOf(report.effect)];
  if (pending === undefined) return [];
  if (report.type === 'effect_failed') return [failed(report, pending.failures + 1, context.now)];
  const { effect, result } = report;
  switch (result.type) {
    case 'transmit_dossier':
      return handedOver(state, effect as EffectOf<'transmit_dossier'>, result, context);
    case 'issue_certificate':
      return issued(state, effect as EffectOf<'issue_certificate'>, result, context);
    case 'send_filing':
      return [
        { type: 'filing_sent', sentAt: result.sentAt },
        startClock(state, 'filing_acknowledgement', result.sentAt, context.facts),
      ];
  }
}

function failed(
  { effect, failure }: Extract<EffectReport, { type: 'effect_failed' }>,
  failures: number,
  now: Instant,
): CaseEventOf<'effect_failed'> {
  return { type: 'effect_failed', effect, failure, failures, nextTryAt: nextTryAfter(failures, now) };
}

function handedOver(
  state: CaseState,
  { n, channel }: EffectOf<'transmit_dossier'>,
  result: Extract<EffectResult, { type: 'transmit_dossier' }>,
  { facts }: DecisionContext,
): CaseEvent[] {
  const { handedOverAt, deliveredAt, pages, told, gaps } = result;
  const event = {
    type: 'dossier_handed_over',
    n,
    channel,
    handedOverAt,
    deliveredAt,
    pages,
    told,
    gaps,
  } as const;
  return [event, ...clockAfterHandover(state, n, { handedOverAt, deliveredAt }, facts)];
}

/** t0 is when the dossier first arrives; what is sent after it moves nothing unless the policy says so (§5). */
function clockAfterHandover(
  state: CaseState,
  n: number,
  { handedOverAt, deliveredAt }: Pick<Transmission, 'deliveredAt'> & { readonly handedOverAt: Instant },
  facts: DecisionContext['facts'],
): CaseEvent[] {
  const clock = clockOfHome(state);
  if (isClockOn(state, clock)) {
    const mends = bringsMaterials(state, n) || bringsMending(state, n);
    const restarts = mends && policyOf(facts, 'home').onMaterialsCompleted === 'clock_restarts';
    // Of what follows a dossier that has been received, its own receipt is waited for: the ladder of the 5 days no longer is.
    const isUrged = state.receivedAt !== null && !isClockOn(state, 'receipt');
    return [
      ...(restarts && deliveredAt !== null
        ? restartClock(state, clock, deliveredAt, facts, 'materials_completed')
        : []),
      ...(isUrged ? [startClock(state, 'receipt', handedOverAt, facts)] : []),
    ];
  }
  if (deliveredAt !== null) return [startClock(state, clock, deliveredAt, facts)];
  return isClockOn(state, 'receipt') ? [] : [startClock(state, 'receipt', handedOverAt, facts)];
}

function issued(
  state: CaseState,
  { kind }: EffectOf<'issue_certificate'>,
  { certificateNo, sha256, differsFrom }: Extract<EffectResult, { type: 'issue_certificate' }>,
  { now, facts }: DecisionContext,
): CaseEvent[] {
  const previous = state.certificates.find(({ supersededBy }) => supersededBy === null);
  const matters = kind === 'annex_1' && state.answer !== null ? state.answer.confirmedMatters : state.matters;
  return [
    {
      type: 'certificate_issued',
      certificateNo,
      sha256,
      kind,
      matters,
      supersedes: previous?.certificateNo ?? null,
      differsFrom,
    },
    startClock(state, 'collection', now, facts),
    ...(kind === 'annex_2' ? [startClock(state, 'filing_dispatch', now, facts)] : []),
  ];
}

/** What an administrator's remedy brings about; nothing when the effect has happened or is being tried, or the case is paused. */
export function effectRemedied(
  state: CaseState,
  command: EffectRemedy,
  context: DecisionContext,
): CaseEvent[] {
  const pending = state.pending[command.effectKey];
  if (pending?.progress.kind !== 'failed' || state.paused !== undefined) return [];
  const { by } = command;
  const { effect } = pending;
  if (command.type === 'retry_effect') return [{ type: 'effect_retry_ordered', by, effect }];
  const result = substituteFor(effect, command);
  if (result === null) return [];
  // Who did it carried it, by whatever way it should have gone.
  const done = effect.type === 'transmit_dossier' ? { ...effect, channel: 'manual' as const } : effect;
  return [
    { type: 'effect_substituted', by, effect, doneAt: command.doneAt },
    ...effectReported(state, { type: 'effect_succeeded', effect: done, result }, context),
  ];
}

/** What a person can have done in its place; a certificate is made here and nowhere else. */
function substituteFor(
  { type }: Effect,
  { doneAt, pages }: Extract<EffectRemedy, { type: 'substitute_effect' }>,
): EffectResult | null {
  switch (type) {
    case 'transmit_dossier':
      // When it arrives the home station's receipt says, as of every dossier that went by hand.
      return { type, handedOverAt: doneAt, deliveredAt: null, pages, told: [], gaps: [] };
    case 'send_filing':
      return { type, sentAt: doneAt };
    case 'issue_certificate':
      return null;
  }
}

/** A failed effect that is tried again, for the request that now stands behind it. */
export function retried(effect: Effect, requestId: CommandId): CaseEventOf<'effect_retried'> {
  return { type: 'effect_retried', effect: { ...effect, requestId } };
}
