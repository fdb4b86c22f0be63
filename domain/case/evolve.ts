import type { CaseEvent, RecordedEvent } from './event.ts';
import type { Effect, EffectKey, EffectType } from './effect.ts';
import { effectKeyOf } from './effect.ts';
import type { CaseState, PendingEffect } from './state.ts';
import type { CaseOutcome } from './status.ts';

/** The state after one more event of the ledger; a case begins with `case_accepted`. */
export function evolve(state: CaseState | null, recorded: RecordedEvent): CaseState {
  if (state === null) return begin(recorded);
  const next = apply(state, recorded);
  return {
    ...next,
    seq: recorded.seq,
    stepKeys:
      state.stepKeys.at(-1) === recorded.stepKey ? state.stepKeys : [...state.stepKeys, recorded.stepKey],
  };
}

/** The state of a case from its ledger. @throws {Error} when the ledger is empty or does not begin a case. */
export function replayLedger(events: readonly RecordedEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error('a case without events does not exist');
  return state;
}

function begin({ event, seq, stepKey, occurredAt }: RecordedEvent): CaseState {
  if (event.type !== 'case_accepted') throw new Error(`a case begins with case_accepted, not ${event.type}`);
  return {
    seq,
    stepKeys: [stepKey],
    status: 'accepted',
    outcome: null,
    acceptingStation: event.acceptingStation,
    homeStation: event.homeStation,
    matters: event.matters,
    acceptedAt: occurredAt,
    receivedAt: null,
    clock: null,
    answer: null,
    certificate: null,
    notifiedAt: null,
    closedAt: null,
    asked: { transmit_dossier: 0, issue_certificate: 0 },
    pending: {},
  };
}

function apply(state: CaseState, { event, occurredAt }: RecordedEvent): CaseState {
  const close = (outcome: CaseOutcome): CaseState => ({
    ...state,
    status: 'closed',
    outcome,
    closedAt: occurredAt,
    pending: {},
  });
  const start = (effect: Effect): Pick<CaseState, 'asked' | 'pending'> => ({
    asked: { ...state.asked, [effect.type]: effect.n },
    pending: {
      ...state.pending,
      [effectKeyOf(effect)]: { effect, since: occurredAt, failures: 0, progress: { kind: 'running' } },
    },
  });

  switch (event.type) {
    case 'case_accepted':
      throw new Error('a case is accepted once');
    case 'transmission_requested':
      return { ...state, status: 'in_transit', ...start(event.effect) };
    case 'dossier_delivered':
      return {
        ...state,
        clock: { deadline: event.deadline, ladder: event.ladder, fired: [] },
        pending: withoutType(state, 'transmit_dossier'),
      };
    case 'dossier_received':
      return { ...state, status: 'verifying', receivedAt: occurredAt };
    case 'answer_recorded':
      return {
        ...state,
        status: 'answered',
        answer: {
          answerId: event.answerId,
          result: event.result,
          timeliness: event.timeliness,
          answeredAt: occurredAt,
        },
      };
    case 'issue_requested':
      return { ...state, ...start(event.effect) };
    case 'certificate_issued':
      return {
        ...state,
        status: 'issued',
        certificate: { certificateNo: event.certificateNo, sha256: event.sha256, issuedAt: occurredAt },
        pending: withoutType(state, 'issue_certificate'),
      };
    case 'applicant_notified':
      return { ...state, notifiedAt: occurredAt };
    case 'applicant_referred':
      return close('referred');
    case 'certificate_collected':
      return close('collected');
    case 'case_refused':
      return close('refused');
    case 'case_withdrawn':
      return close('withdrawn');
    case 'rung_fired':
      return state.clock === null
        ? state
        : { ...state, clock: { ...state.clock, fired: [...state.clock.fired, event.rung] } };
    case 'effect_failed':
      return changePending(state, event, (pending) => ({
        ...pending,
        failures: event.failures,
        progress: { kind: 'failed', failure: event.failure, nextTryAt: event.nextTryAt },
      }));
    case 'effect_retried':
      return changePending(state, event, (pending) => ({ ...pending, progress: { kind: 'running' } }));
  }
}

/** A type of effect runs once at a time, so that its result ends every pending one of its type. */
function withoutType(state: CaseState, type: EffectType): CaseState['pending'] {
  return Object.fromEntries(Object.entries(state.pending).filter(([, { effect }]) => effect.type !== type));
}

function changePending(
  state: CaseState,
  event: Extract<CaseEvent, { effect: Effect }>,
  change: (pending: PendingEffect) => PendingEffect,
): CaseState {
  const key: EffectKey = effectKeyOf(event.effect);
  const pending = state.pending[key];
  return pending === undefined ? state : { ...state, pending: { ...state.pending, [key]: change(pending) } };
}
