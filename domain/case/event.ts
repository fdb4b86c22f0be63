import type { Deadline } from '../calendar/deadline.ts';
import type { CalendarNotice } from '../calendar/notice.ts';
import type { CertificateNo } from '../certificate/numbers.ts';
import type { DayDeadline } from '../clocks/clock.ts';
import type { ClockId, ClockKey } from '../clocks/clock-id.ts';
import type { Seat } from '../directory/chain.ts';
import type { Gap, Recipient } from '../directory/recipients.ts';
import type { Colour, ReplyDemand, RungId, RungKey, ScheduledRung } from '../escalation/rung.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { CaseTerms, PolicyVersion } from '../policy.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Actor, CallOutcome, Defect, HomeUnit, ReturnReason } from './command.ts';
import type { CommandId } from './command-id.ts';
import type { Effect, EffectFailure, EffectOf } from './effect.ts';
import type { FurtherResult, TerminationCause } from './status.ts';
import type { AnswerResult, CertificateKind, Channel, FilingStatus } from './status.ts';

/** Which version of whose policy holds in a case. */
export interface PolicyVersions {
  readonly accepting: PolicyVersion;
  readonly home: PolicyVersion;
}

/** Why a running clock was laid out anew. */
export const clockMoveTitles = {
  receipt: '签收',
  receipt_corrected: '更正送达时间',
  materials_completed: '材料补齐',
  calendar_revised: '工作日历调整',
  policy_migrated: '政策调整',
} as const;

export type ClockMove = keyof typeof clockMoveTitles;

/** What one person did, by number. */
interface Done {
  readonly by: Actor;
}

interface Schedule {
  readonly clockKey: ClockKey;
  readonly deadline: Deadline | DayDeadline;
  readonly ladder: readonly ScheduledRung[];
}

interface PersonEvents {
  case_accepted: HomeUnit & {
    readonly acceptingStation: UnitCode;
    readonly matters: readonly MatterCode[];
    readonly policyVersions: PolicyVersions;
    readonly terms: CaseTerms;
    readonly calendarVersion: string;
  };
  completion_requested: { readonly requestId: CommandId };
  materials_completed: unknown;
  transmission_requested: { readonly effect: EffectOf<'transmit_dossier'> };
  case_rerouted: HomeUnit & {
    readonly cause: 'rerouted' | 'assigned';
    readonly homePolicyVersion: PolicyVersion;
  };
  dossier_received: {
    /** The transmission that it acknowledges. */
    readonly n: number;
    readonly channel: Channel;
    /** When that arrived, as far as the receipt says. */
    readonly receivedAt: Instant;
    /** Pages of a fax or a bag, papers of the platform. */
    readonly pagesReceived: number | null;
  };
  receipt_corrected: { readonly receivedAt: Instant };
  defect_reported: { readonly defect: Defect };
  dossier_returned: { readonly reason: ReturnReason; readonly suggestedStation: UnitCode | null };
  /** One of the two persons has answered; it counts when the other has confirmed it. */
  answer_proposed: AnswerFacts;
  answer_recorded: AnswerFacts & {
    readonly confirmedBy: Actor | null;
    readonly timeliness: 'in_time' | 'late';
    /** Working days from the start of the term to the answer; null when no calendar says. */
    readonly workingDays: number | null;
    /** Whole working days by which it came after its due date, 0 also in time; null when no calendar says. */
    readonly workingDaysLate: number | null;
    /** The answer that this one corrects. */
    readonly replaces: CommandId | null;
  };
  /** The home station asks a further one, for the n-th time in the case. */
  further_verification_requested: {
    readonly n: number;
    readonly station: UnitCode;
    readonly requestId: CommandId;
  };
  further_verification_cancelled: { readonly n: number };
  further_verification_answered: {
    readonly n: number;
    readonly result: FurtherResult;
    readonly answerId: CommandId;
  };
  /** An answer to a case that had ended without one: kept, nothing follows from it. */
  answer_filed: { readonly answerId: CommandId };
  issue_requested: { readonly effect: EffectOf<'issue_certificate'> };
  certificate_voided: {
    readonly certificateNo: CertificateNo;
    /** How far its report had come: whether the home station has heard of it. */
    readonly filing: FilingStatus;
  };
  certificate_reprinted: { readonly certificateNo: CertificateNo };
  filing_requested: { readonly effect: EffectOf<'send_filing'> };
  filing_acknowledged: unknown;
  applicant_notified: unknown;
  applicant_referred: { readonly cause: 'answer' | 'wish' };
  certificate_collected: unknown;
  case_refused: unknown;
  case_withdrawn: unknown;
  call_logged: { readonly callId: CommandId; readonly outcome: CallOutcome; readonly called: UnitCode };
  escalation_replied: { readonly rungKey: RungKey; readonly replyId: CommandId };
  /** The n-th complaint of the case: one of its stations about the other's handling of it. */
  complaint_made: { readonly n: number; readonly about: UnitCode; readonly addressee: Seat };
  complaint_answered: { readonly n: number };
  policy_migrated: { readonly policyVersions: PolicyVersions; readonly terms: CaseTerms };
  /** An administrator holds the case: nobody acts on it and nothing happens by itself until it is resumed. */
  case_paused: unknown;
  case_resumed: unknown;
  /** An administrator has ended the case; why in words stands with the remedy. */
  case_terminated: { readonly cause: TerminationCause };
  /** An administrator has a case that had ended go on where it stood. */
  case_reopened: unknown;
  /** An administrator has a failed effect tried now. */
  effect_retry_ordered: { readonly effect: Effect };
  /** What a system did not do, a person has done: what follows from the effect follows from that. */
  effect_substituted: { readonly effect: Effect; readonly doneAt: Instant };
}

export interface AnswerFacts {
  readonly answerId: CommandId;
  readonly result: AnswerResult;
  readonly confirmedMatters: readonly MatterCode[];
}

/** What went before a clock's waiting for a calendar. */
export type Previously =
  | { readonly kind: 'off' }
  /** It waits already, and only its start has changed. */
  | { readonly kind: 'waiting' }
  /** It ran to a date that no longer stands. */
  | { readonly kind: 'running'; readonly dueAt: Instant };

interface SystemEvents {
  clock_started: Schedule & { readonly clock: ClockId; readonly about: RungKey | null };
  /** No calendar says when it ends: it begins when one does. */
  clock_not_started: {
    readonly clockKey: ClockKey;
    readonly clock: ClockId;
    readonly startedAt: Instant;
    readonly about: RungKey | null;
    readonly demand: ReplyDemand | null;
    readonly previously: Previously;
  };
  clock_moved: Schedule & {
    readonly cause: ClockMove;
    readonly previousDueAt: Instant;
    /** What the new calendar would say, where the later date stands instead (§5). */
    readonly calendarDueAt: Instant;
    /** The notice that moved it, where a calendar did. */
    readonly notice: CalendarNotice | null;
  };
  calendar_revised: { readonly previousVersion: string; readonly version: string };
  dossier_handed_over: {
    readonly n: number;
    readonly channel: Channel;
    readonly handedOverAt: Instant;
    readonly deliveredAt: Instant | null;
    readonly pages: number;
    readonly told: readonly Recipient[];
    readonly gaps: readonly Gap[];
  };
  certificate_issued: {
    readonly certificateNo: CertificateNo;
    readonly sha256: string;
    readonly kind: CertificateKind;
    readonly matters: readonly MatterCode[];
    readonly supersedes: CertificateNo | null;
    /** The answer, when a corrected certificate says other words than the home station's. */
    readonly differsFrom: 'answer' | null;
  };
  filing_sent: { readonly sentAt: Instant };
  case_lapsed: unknown;
  rung_fired: {
    readonly clockKey: ClockKey;
    readonly rung: RungId;
    readonly colour: Colour;
    readonly told: readonly Recipient[];
    readonly gaps: readonly Gap[];
  };
  effect_failed: {
    readonly effect: Effect;
    readonly failure: EffectFailure;
    /** How often this effect has failed by now, this time included. */
    readonly failures: number;
    /** When it is tried again by itself; null when it will not be. */
    readonly nextTryAt: Instant | null;
  };
  effect_retried: { readonly effect: Effect };
}

/** What the ledger remembers. No event carries personal data: those stand under a command's id in Postgres. */
export type CaseEvent =
  | { [Type in keyof PersonEvents]: { readonly type: Type } & Done & PersonEvents[Type] }[keyof PersonEvents]
  | { [Type in keyof SystemEvents]: { readonly type: Type } & SystemEvents[Type] }[keyof SystemEvents];

export type CaseEventType = CaseEvent['type'];

export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** An event as the ledger holds it. */
export interface RecordedEvent {
  /** Position in the case's ledger, from 1. */
  readonly seq: number;
  /** The step that brought it about; a step is recorded once, whatever crashes. */
  readonly stepKey: string;
  readonly occurredAt: Instant;
  readonly event: CaseEvent;
}
