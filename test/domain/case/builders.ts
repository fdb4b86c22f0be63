import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../../domain/calendar/working-calendar.ts';
import type { AcceptCommand, Actor, CaseCommand, CommandId } from '../../../domain/case/command.ts';
import { decide, stepKeyOf } from '../../../domain/case/decide.ts';
import type { Verdict } from '../../../domain/case/decide.ts';
import type { RecordedEvent } from '../../../domain/case/event.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import type { AnswerResult, CaseStatus } from '../../../domain/case/status.ts';
import type { CertificateNo } from '../../../domain/certificate/numbers.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';

export const acceptingStation = parseUnitCode('440106990000');
export const homeStation = parseUnitCode('520302990000');
export const windowOfficer: Actor = { officerId: 'w', role: 'window_officer', unitCode: acceptingStation };
export const liaisonOfficer: Actor = { officerId: 'l', role: 'liaison_officer', unitCode: homeStation };

/** Monday; the answer is due on 2026-11-09 at 17:30. */
export const start = parseInstant('2026-11-02T09:00:00+08:00');

export const calendar: WorkingCalendar = excerptOf(loadPublishedCalendar(), {
  from: parsePlainDate('2026-11-01'),
  to: parsePlainDate('2026-12-31'),
  regions: [],
});

/** A ledger in memory: what the workflow does, without a workflow. */
export class Ledger {
  readonly events: RecordedEvent[] = [];
  state: CaseState | null = null;

  settle(command: CaseCommand, now: Instant): Verdict {
    const verdict = decide(this.state, command, now, defaultPolicy);
    if (!verdict.ok) return verdict;
    const stepKey = stepKeyOf(this.state, command);
    for (const event of verdict.events) {
      const recorded = { seq: this.events.length + 1, stepKey, occurredAt: now, event };
      this.events.push(recorded);
      this.state = evolve(this.state, recorded);
    }
    return verdict;
  }

  get now(): CaseState {
    if (this.state === null) throw new Error('nothing was accepted yet');
    return this.state;
  }
}

let nextCommand = 0;
export function commandId(): CommandId {
  nextCommand += 1;
  return `command-${nextCommand}` as CommandId;
}

export const transmitted: CaseCommand = {
  type: 'effect_succeeded',
  effect: { type: 'transmit_dossier', n: 1 },
  result: { type: 'transmit_dossier', deliveredAt: start, calendar },
};

export const issued: CaseCommand = {
  type: 'effect_succeeded',
  effect: { type: 'issue_certificate', n: 1 },
  result: {
    type: 'issue_certificate',
    certificateNo: '44010699000020261104000017' as CertificateNo,
    sha256: 'ab',
  },
};

export function accept(): AcceptCommand {
  return {
    type: 'accept',
    commandId: commandId(),
    by: windowOfficer,
    acceptingStation,
    homeStation,
    matters: ['NAME_CHANGE'],
  };
}

export function act(type: 'transmit' | 'issue' | 'notify' | 'collect' | 'withdraw' | 'refuse'): CaseCommand {
  return { type, commandId: commandId(), by: windowOfficer };
}

export function receive(): CaseCommand {
  return { type: 'receive', commandId: commandId(), by: liaisonOfficer };
}

export function answer(result: AnswerResult = 'consistent'): CaseCommand {
  return { type: 'answer', commandId: commandId(), by: liaisonOfficer, result };
}

/** The straight road, in the steps that lead from one status to the next. */
const road = [
  { to: 'accepted', by: () => [accept()] },
  { to: 'in_transit', by: () => [act('transmit'), transmitted] },
  { to: 'verifying', by: () => [receive()] },
  { to: 'answered', by: () => [answer()] },
  { to: 'issued', by: () => [act('issue'), issued] },
  { to: 'closed', by: () => [act('collect')] },
] as const satisfies { to: CaseStatus; by: () => CaseCommand[] }[];

/** A ledger of a case that stands in the status. */
export function ledgerAt(status: CaseStatus): Ledger {
  const ledger = new Ledger();
  for (const { to, by } of road) {
    for (const command of by()) ledger.settle(command, start);
    if (to === status) break;
  }
  return ledger;
}
