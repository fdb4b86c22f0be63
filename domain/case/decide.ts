import { deadlineFor } from '../calendar/deadline.ts';
import type { CasePolicy } from '../policy.ts';
import { scheduleLadder, verificationLadder } from '../escalation/ladder.ts';
import type { Instant } from '../time/instant.ts';
import type { AgendaItem } from './agenda-item.ts';
import { agendaStepKey } from './agenda-item.ts';
import { agenda } from './agenda.ts';
import { findObstacle } from './allowed-acts.ts';
import type { ActCommand, CaseCommand, EffectReport } from './command.ts';
import type { Effect, EffectType } from './effect.ts';
import { effectKeyOf } from './effect.ts';
import type { CaseEvent } from './event.ts';
import type { Rejection } from './rejection.ts';
import { nextTryAfter } from './retry.ts';
import type { CaseState } from './state.ts';

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
 * What a command brings about, or why it may not. Every rule of the path of a case (`domain.md` §4) is here or in
 * the table of acts. No event and no rejection means that the command has become void, for example a rung of a
 * clock that an answer has stopped.
 */
export function decide(
  state: CaseState | null,
  command: CaseCommand,
  now: Instant,
  policy: CasePolicy,
): Verdict {
  if (command.type === 'accept') return decideAccept(state, command);
  if (state === null) return { ok: false, rejection: { code: 'case_not_found' } };
  switch (command.type) {
    case 'come_due':
      return happened(comeDue(state, command.item));
    case 'effect_succeeded':
    case 'effect_failed':
      return happened(effectReported(state, command, now, policy));
    default:
      return decideAct(state, command, now);
  }
}

function happened(events: readonly CaseEvent[]): Verdict {
  return { ok: true, events };
}

function decideAccept(state: CaseState | null, command: Extract<ActCommand, { type: 'accept' }>): Verdict {
  if (state !== null) return { ok: false, rejection: { code: 'case_already_accepted' } };
  const { by, acceptingStation, homeStation, matters } = command;
  return happened([{ type: 'case_accepted', by, acceptingStation, homeStation, matters }]);
}

function decideAct(
  state: CaseState,
  command: Exclude<ActCommand, { type: 'accept' }>,
  now: Instant,
): Verdict {
  const rejection = findObstacle(state, command.type, command.by.role);
  if (rejection !== null) return { ok: false, rejection };
  const { by } = command;
  switch (command.type) {
    case 'transmit':
      return happened([
        { type: 'transmission_requested', by, effect: nextEffect(state, 'transmit_dossier') },
      ]);
    case 'receive':
      return happened([{ type: 'dossier_received', by }]);
    case 'answer': {
      // The due instant itself is still in time [民法典 203]; a later answer is accepted and recorded as late [§6].
      const timeliness = state.clock !== null && now > state.clock.deadline.dueAt ? 'late' : 'in_time';
      return happened([
        { type: 'answer_recorded', by, answerId: command.commandId, result: command.result, timeliness },
      ]);
    }
    case 'issue': {
      // Pressing the button again after a failure tries the same effect: one certificate, not two.
      const failed = Object.values(state.pending).find(({ effect }) => effect.type === 'issue_certificate');
      if (failed !== undefined) return happened([{ type: 'effect_retried', effect: failed.effect }]);
      return happened([{ type: 'issue_requested', by, effect: nextEffect(state, 'issue_certificate') }]);
    }
    case 'notify':
      // After a negative answer the notice is the referral home and ends the case [§3].
      return happened([
        { type: state.status === 'issued' ? 'applicant_notified' : 'applicant_referred', by },
      ]);
    case 'collect':
      return happened([{ type: 'certificate_collected', by }]);
    case 'refuse':
      return happened([{ type: 'case_refused', by }]);
    case 'withdraw':
      return happened([{ type: 'case_withdrawn', by }]);
  }
}

function comeDue(state: CaseState, item: AgendaItem): CaseEvent[] {
  const stepKey = agendaStepKey(item);
  if (!agenda(state).some((current) => agendaStepKey(current) === stepKey)) return [];
  if (item.kind === 'rung') {
    return [{ type: 'rung_fired', rung: item.rung, colour: verificationLadder[item.rung].colour }];
  }
  const pending = state.pending[item.effectKey];
  return pending === undefined ? [] : [{ type: 'effect_retried', effect: pending.effect }];
}

function effectReported(
  state: CaseState,
  report: EffectReport,
  now: Instant,
  policy: CasePolicy,
): CaseEvent[] {
  const pending = state.pending[effectKeyOf(report.effect)];
  if (pending === undefined) return [];
  if (report.type === 'effect_failed') {
    const failures = pending.failures + 1;
    const nextTryAt = nextTryAfter(failures, now);
    return [{ type: 'effect_failed', effect: report.effect, failure: report.failure, failures, nextTryAt }];
  }
  const { result } = report;
  switch (result.type) {
    case 'transmit_dossier': {
      const deadline = deadlineFor({
        receivedAt: result.deliveredAt,
        termWorkingDays: policy.verificationTermWorkingDays,
        calendar: result.calendar,
        officeHours: policy.officeHours,
      });
      const ladder = scheduleLadder(deadline, policy.officeHours);
      return [{ type: 'dossier_delivered', deliveredAt: result.deliveredAt, deadline, ladder }];
    }
    case 'issue_certificate':
      return [{ type: 'certificate_issued', certificateNo: result.certificateNo, sha256: result.sha256 }];
  }
}

function nextEffect(state: CaseState, type: EffectType): Effect {
  return { type, n: state.asked[type] + 1 };
}
