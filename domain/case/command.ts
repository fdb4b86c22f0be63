import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CertificateNo } from '../certificate/numbers.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Act } from './acts.ts';
import type { Effect, EffectFailure } from './effect.ts';
import type { AnswerResult } from './status.ts';

declare const commandIdBrand: unique symbol;

/** Identity of one person's act; a repeat carries the same one. What the act says stands in Postgres under it. */
export type CommandId = string & { readonly [commandIdBrand]: true };

/** The person or system behind an act, by number only: names never enter a workflow. */
export interface Actor {
  readonly officerId: string;
  readonly role: Role;
  readonly unitCode: UnitCode;
}

interface ActBase {
  readonly commandId: CommandId;
  readonly by: Actor;
}

export interface AcceptCommand extends ActBase {
  readonly type: 'accept';
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly matters: readonly MatterCode[];
}

export interface AnswerCommand extends ActBase {
  readonly type: 'answer';
  readonly result: AnswerResult;
}

export type ActCommand =
  AcceptCommand | AnswerCommand | (ActBase & { readonly type: Exclude<Act, 'answer'> });

/** What an effect brought about. */
export type EffectResult =
  | {
      readonly type: 'transmit_dossier';
      /** When the dossier reached the home station: t0 of the 5-day clock [§3]. */
      readonly deliveredAt: Instant;
      /** The part of the home station's calendar that the clock can touch, recorded so that a replay sees the same. */
      readonly calendar: WorkingCalendar;
    }
  | { readonly type: 'issue_certificate'; readonly certificateNo: CertificateNo; readonly sha256: string };

export type EffectReport =
  | { readonly type: 'effect_succeeded'; readonly effect: Effect; readonly result: EffectResult }
  | { readonly type: 'effect_failed'; readonly effect: Effect; readonly failure: EffectFailure };

/** An instant of the agenda has come. */
export interface ComeDue {
  readonly type: 'come_due';
  readonly item: AgendaItem;
}

/** Everything that can happen to a case comes in as one of these. */
export type CaseCommand = ActCommand | EffectReport | ComeDue;
