import type { CommandId } from './command-id.ts';
import type { CertificateNo } from '../certificate/numbers.ts';
import type { Seat } from '../directory/chain.ts';
import type { Gap, Recipient } from '../directory/recipients.ts';
import type { RungKey } from '../escalation/rung.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Act } from './acts.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Effect, EffectFailure, EffectKey } from './effect.ts';
import type { FurtherResult, TerminationCause } from './status.ts';
import type { Addressee, AnswerResult, Channel } from './status.ts';

/** The person or system behind an act, by number only: names never enter a workflow. */
export interface Actor {
  readonly officerId: string;
  readonly role: Role;
  readonly unitCode: UnitCode;
}

interface ActBase {
  readonly commandId: CommandId;
  readonly by: Actor;
  /** The `seq` of the case that the person has seen, where the act is meant for that one only (If-Match). */
  readonly seenSeq?: number;
}

/** The unit to which a dossier goes: a station, or the county that assigns one when the applicant knows no more. */
export interface HomeUnit {
  readonly homeStation: UnitCode;
  readonly homeLevel: 'station' | 'county';
}

export interface AcceptCommand extends ActBase, HomeUnit {
  readonly type: 'accept';
  readonly acceptingStation: UnitCode;
  readonly matters: readonly MatterCode[];
}

/** Pages that did not arrive, or cannot be read. */
export type Defect = 'pages_missing' | 'unreadable';

export type ReturnReason = 'not_our_register' | 'refused';

export type CallOutcome = 'answered' | 'not_answered';

/** What the rules need to know of an act beyond that it was done. */
interface ParametersOf {
  /** Whether it says why a second list is handed out. */
  request_completion: { readonly reason: 'given' | null };
  transmit: { readonly channel: Channel; readonly addressee: Addressee };
  reroute: HomeUnit;
  assign: HomeUnit;
  receive: {
    /** The handing over that it acknowledges; null for the last. */
    readonly n: number | null;
    readonly receivedAt: Instant | null;
    readonly pagesReceived: number | null;
  };
  correct_receipt: { readonly receivedAt: Instant };
  report_defect: { readonly defect: Defect };
  return_dossier: { readonly reason: ReturnReason; readonly suggestedStation: UnitCode | null };
  answer: { readonly result: AnswerResult; readonly confirmedMatters: readonly MatterCode[] };
  request_further_verification: { readonly station: UnitCode };
  /** `n`: the asking that is meant; by the time that this is decided another may have taken its place. */
  cancel_further_verification: { readonly n: number };
  answer_further_verification: { readonly n: number; readonly result: FurtherResult };
  issue: {
    readonly consent: 'given' | null;
    /** Whether it comes with a corrected writing of the home station's text, which stands in Postgres. */
    readonly certificateText: 'given' | null;
  };
  log_call: {
    readonly outcome: CallOutcome;
    /** The station that was called. */
    readonly called: UnitCode;
  };
  reply: { readonly rungKey: RungKey };
  /** The station complained about, and who decides on it by the tree of units. */
  complain: { readonly about: UnitCode; readonly addressee: Seat };
  answer_complaint: { readonly n: number };
}

type CommandOf<A extends Act> = ActBase & { readonly type: A } & (A extends keyof ParametersOf
    ? ParametersOf[A]
    : unknown);

/** An act on a case that has been accepted. */
export type CaseAct = { [A in Act]: CommandOf<A> }[Act];

export type ActCommand = AcceptCommand | CaseAct;

/** What the system or an administrator tells every case: a calendar was revised, a policy is to hold from now on. */
export type AdministrativeCommand =
  | { readonly type: 'calendar_revised'; readonly commandId: CommandId; readonly version: string }
  | { readonly type: 'migrate_policy'; readonly commandId: CommandId; readonly by: Actor }
  | EffectRemedy
  | CaseRemedy;

/** What an administrator has done about an effect that failed; its words stand with the remedy. */
export type EffectRemedy =
  | {
      readonly type: 'retry_effect';
      readonly commandId: CommandId;
      readonly by: Actor;
      readonly effectKey: EffectKey;
    }
  | {
      readonly type: 'substitute_effect';
      readonly commandId: CommandId;
      readonly by: Actor;
      readonly effectKey: EffectKey;
      /** When a person did what the effect would have done. */
      readonly doneAt: Instant;
      /** Of a dossier: how many papers were handed over. */
      readonly pages: number;
    };

/** What an administrator has done to the case as a whole; its words stand with the remedy. */
export type CaseRemedy = {
  readonly commandId: CommandId;
  readonly by: Actor;
} & (
  | { readonly type: 'pause_case' | 'resume_case' | 'reopen_case' }
  | { readonly type: 'terminate_case'; readonly cause: TerminationCause }
  /** For a station, or a county, that cannot act: its dossier goes to another, by the rules of the act. */
  | ({ readonly type: 'redirect_case'; readonly act: 'reroute' | 'assign' } & HomeUnit)
);

/** What an effect brought about. */
export type EffectResult =
  | {
      readonly type: 'transmit_dossier';
      readonly handedOverAt: Instant;
      /** When the dossier is known to have reached the home station: t0 of its clock [§3]; null until that is known. */
      readonly deliveredAt: Instant | null;
      readonly pages: number;
      readonly told: readonly Recipient[];
      readonly gaps: readonly Gap[];
    }
  | {
      readonly type: 'issue_certificate';
      readonly certificateNo: CertificateNo;
      readonly sha256: string;
      /** The answer, when other words than the home station's were printed. */
      readonly differsFrom: 'answer' | null;
    }
  | { readonly type: 'send_filing'; readonly sentAt: Instant };

export type EffectReport =
  | { readonly type: 'effect_succeeded'; readonly effect: Effect; readonly result: EffectResult }
  | { readonly type: 'effect_failed'; readonly effect: Effect; readonly failure: EffectFailure };

/** An instant of the agenda has come; a rung with the people whom the directory names for it at this moment. */
export interface ComeDue {
  readonly type: 'come_due';
  readonly item: AgendaItem;
  readonly told: readonly Recipient[];
  readonly gaps: readonly Gap[];
}

/** Everything that can happen to a case comes in as one of these. */
export type CaseCommand = ActCommand | AdministrativeCommand | EffectReport | ComeDue;
