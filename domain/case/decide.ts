import { sideOfClock } from '../clocks/clock.ts';
import { policyOf } from '../clocks/facts.ts';
import { agendaStepKey } from './agenda-item.ts';
import { agenda } from './agenda.ts';
import { findObstacle, rejectionOf } from './allowed-acts.ts';
import type { Act } from './acts.ts';
import type {
  AcceptCommand,
  AdministrativeCommand,
  CaseAct,
  CaseCommand,
  CaseRemedy,
  ComeDue,
  EffectRemedy,
} from './command.ts';
import { actDecisions } from './decisions/acts.ts';
import { caseRemedied } from './decisions/administration.ts';
import { migrateClock, reviseClocks, startClock } from './decisions/clocks.ts';
import type { Decision, DecisionContext } from './decisions/context.ts';
import { effectRemedied, effectReported } from './decisions/effects.ts';
import { effectKeyOf } from './effect.ts';
import type { CaseEvent } from './event.ts';
import type { Rejection } from './rejection.ts';
import type { CaseState } from './state.ts';
import { withoutTakenBack } from './taken-back.ts';
import { rungKeyOf } from '../escalation/rung.ts';

export type Verdict =
  | { readonly ok: true; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** The step under which the ledger records what a command brings about: the same command, the same step. */
export function stepKeyOf(state: CaseState | null, command: CaseCommand): string {
  switch (command.type) {
    case 'come_due':
      return agendaStepKey(command.item);
    case 'effect_succeeded':
      return effectKeyOf(command.effect);
    case 'effect_failed': {
      const key = effectKeyOf(command.effect);
      return `${key}/failure-${(state?.pending[key]?.failures ?? 0) + 1}`;
    }
    default:
      return command.commandId;
  }
}

/**
 * What a command brings about, or why it may not. Every rule of the path of a case (`domain.md` §4) is here, in
 * `decisions/` or in the table of acts. No event and no rejection means that the command has become void, for example
 * a rung of a clock that an answer has stopped.
 */
export function decide(state: CaseState | null, command: CaseCommand, context: DecisionContext): Verdict {
  if (command.type === 'accept') return decideAccept(state, command, context);
  if (state === null) return { ok: false, rejection: { code: 'case_not_found' } };
  switch (command.type) {
    case 'come_due':
      return happened(comeDue(state, command, context));
    case 'effect_succeeded':
    case 'effect_failed':
      return happened(effectReported(state, command, context));
    case 'retry_effect':
    case 'substitute_effect':
      return happened(state.status === 'closed' ? [] : effectRemedied(state, command, context));
    case 'pause_case':
    case 'resume_case':
    case 'terminate_case':
    case 'reopen_case':
    case 'redirect_case':
      return happened(caseRemedied(state, command, context));
    case 'calendar_revised':
    case 'migrate_policy':
      return happened(state.status === 'closed' ? [] : administered(state, command, context));
    default:
      return decideAct(state, command, context);
  }
}

function happened(events: readonly CaseEvent[]): Verdict {
  return { ok: true, events };
}

function decideAccept(state: CaseState | null, command: AcceptCommand, context: DecisionContext): Verdict {
  if (state !== null) return { ok: false, rejection: { code: 'case_already_accepted' } };
  const { by, acceptingStation, homeStation, homeLevel, matters } = command;
  const { facts, now } = context;
  return happened([
    {
      type: 'case_accepted',
      by,
      acceptingStation,
      homeStation,
      homeLevel,
      matters,
      ...policyInForce(context),
      calendarVersion: facts.home.calendar.version,
    },
    startClock({ clockStarts: {}, unstartedClocks: {} }, 'transmission', now, facts),
  ]);
}

function policyInForce({ facts }: DecisionContext) {
  return {
    policyVersions: { accepting: facts.accepting.policyVersion, home: facts.home.policyVersion },
    terms: policyOf(facts, 'accepting').cases,
  };
}

function decideAct(state: CaseState, act: CaseAct, context: DecisionContext): Verdict {
  const asking = { role: act.by.role, now: context.now };
  const rejection = findObstacle(state, act.type, asking);
  if (rejection !== null) return { ok: false, rejection };
  const decideOf: (state: CaseState, act: never, context: DecisionContext) => Decision<Act> =
    actDecisions[act.type];
  const decision = decideOf(state, act as never, context);
  if (typeof decision === 'string') {
    return { ok: false, rejection: rejectionOf(state, act.type, asking, decision) };
  }
  // Asked last (RFC 9110 §13.2.1): whoever may not do it, or not now, hears that.
  return act.seenSeq === undefined || act.seenSeq === state.seq
    ? happened(decision)
    : { ok: false, rejection: { code: 'precondition_failed' } };
}

function comeDue(
  state: CaseState,
  { item, told, gaps }: ComeDue,
  { now, facts }: DecisionContext,
): CaseEvent[] {
  const stepKey = agendaStepKey(item);
  if (!agenda(state).some((current) => agendaStepKey(current) === stepKey && current.at <= now)) return [];
  if (item.kind === 'retry') {
    const pending = state.pending[item.effectKey];
    return pending === undefined ? [] : [{ type: 'effect_retried', effect: pending.effect }];
  }
  const { clockKey, rung: scheduled } = item;
  const { rung, colour, reply } = scheduled;
  const fired = { type: 'rung_fired', clockKey, rung, colour, told, gaps } as const;
  // Nobody came for it in half a year: the paper is kept, the case is closed (§5).
  if (rung === 'collection_lapsed') return [fired, { type: 'case_lapsed' }];
  const clock = state.clocks[clockKey];
  if (reply === undefined || clock === undefined) return [fired];
  const by = rungKeyOf(clockKey, scheduled);
  const side = sideOfClock({ clock: 'reply', station: clock.station }, state.homeStation);
  return [fired, startClock(state, 'reply', now, facts, { by, demand: reply, side })];
}

function administered(
  state: CaseState,
  command: Exclude<AdministrativeCommand, EffectRemedy | CaseRemedy>,
  context: DecisionContext,
): CaseEvent[] {
  const { facts, now } = context;
  if (command.type === 'calendar_revised') {
    return [
      {
        type: 'calendar_revised',
        previousVersion: state.calendarVersion,
        version: facts.home.calendar.version,
      },
      ...withoutTakenBack(state, reviseClocks(state, facts), now),
    ];
  }
  const running = Object.values(state.clocks).filter(({ stoppedAt }) => stoppedAt === null);
  return [
    { type: 'policy_migrated', by: command.by, ...policyInForce(context) },
    ...withoutTakenBack(
      state,
      running.flatMap((clock) => migrateClock(state, clock, facts)),
      now,
    ),
  ];
}
