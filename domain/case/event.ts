import type { Deadline } from '../calendar/deadline.ts';
import type { CertificateNo } from '../certificate/numbers.ts';
import type { Colour, RungId, ScheduledRung } from '../escalation/ladder.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Actor, CommandId } from './command.ts';
import type { Effect, EffectFailure } from './effect.ts';
import type { AnswerResult } from './status.ts';

/** What the ledger remembers. No event carries personal data: those stand under `commandId` in Postgres. */
export type CaseEvent =
  | {
      readonly type: 'case_accepted';
      readonly by: Actor;
      readonly acceptingStation: UnitCode;
      readonly homeStation: UnitCode;
      readonly matters: readonly MatterCode[];
    }
  | { readonly type: 'transmission_requested'; readonly by: Actor; readonly effect: Effect }
  | {
      readonly type: 'dossier_delivered';
      readonly deliveredAt: Instant;
      readonly deadline: Deadline;
      readonly ladder: readonly ScheduledRung[];
    }
  | { readonly type: 'dossier_received'; readonly by: Actor }
  | {
      readonly type: 'answer_recorded';
      readonly by: Actor;
      readonly answerId: CommandId;
      readonly result: AnswerResult;
      readonly timeliness: 'in_time' | 'late';
    }
  | { readonly type: 'issue_requested'; readonly by: Actor; readonly effect: Effect }
  | { readonly type: 'certificate_issued'; readonly certificateNo: CertificateNo; readonly sha256: string }
  | { readonly type: 'applicant_notified'; readonly by: Actor }
  | { readonly type: 'applicant_referred'; readonly by: Actor }
  | { readonly type: 'certificate_collected'; readonly by: Actor }
  | { readonly type: 'case_refused'; readonly by: Actor }
  | { readonly type: 'case_withdrawn'; readonly by: Actor }
  | { readonly type: 'rung_fired'; readonly rung: RungId; readonly colour: Colour }
  | {
      readonly type: 'effect_failed';
      readonly effect: Effect;
      readonly failure: EffectFailure;
      /** How often this effect has failed by now, this time included. */
      readonly failures: number;
      /** When it is tried again by itself; null when it will not be. */
      readonly nextTryAt: Instant | null;
    }
  | { readonly type: 'effect_retried'; readonly effect: Effect };

export type CaseEventType = CaseEvent['type'];

/** An event as the ledger holds it. */
export interface RecordedEvent {
  /** Position in the case's ledger, from 1. */
  readonly seq: number;
  /** The step that brought it about; a step is recorded once, whatever crashes. */
  readonly stepKey: string;
  readonly occurredAt: Instant;
  readonly event: CaseEvent;
}
