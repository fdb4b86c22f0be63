import type { Deadline } from '../calendar/deadline.ts';
import type { CertificateNo } from '../certificate/numbers.ts';
import type { RungId, ScheduledRung } from '../escalation/ladder.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { CommandId } from './command.ts';
import type { Effect, EffectFailure, EffectKey, EffectType } from './effect.ts';
import type { AnswerResult, CaseOutcome, CaseStatus } from './status.ts';

/** An effect that was asked for and has not happened yet. */
export interface PendingEffect {
  readonly effect: Effect;
  readonly since: Instant;
  readonly failures: number;
  readonly progress:
    | { readonly kind: 'running' }
    | { readonly kind: 'failed'; readonly failure: EffectFailure; readonly nextTryAt: Instant | null };
}

/** The 5-working-day clock of the home station and its ladder. */
export interface VerificationClock {
  readonly deadline: Deadline;
  readonly ladder: readonly ScheduledRung[];
  readonly fired: readonly RungId[];
}

export interface Answer {
  readonly answerId: CommandId;
  readonly result: AnswerResult;
  readonly answeredAt: Instant;
  readonly timeliness: 'in_time' | 'late';
}

export interface Certificate {
  readonly certificateNo: CertificateNo;
  readonly sha256: string;
  readonly issuedAt: Instant;
}

/** Everything that the rules need to know of a case: a fold over its ledger and nothing else. */
export interface CaseState {
  readonly seq: number;
  readonly stepKeys: readonly string[];
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly matters: readonly MatterCode[];
  readonly acceptedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly clock: VerificationClock | null;
  readonly answer: Answer | null;
  readonly certificate: Certificate | null;
  readonly notifiedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** How often each effect has been asked for: the number of the last asking. */
  readonly asked: Readonly<Record<EffectType, number>>;
  readonly pending: Readonly<Record<EffectKey, PendingEffect>>;
}

/** The effects that should be under way now: whoever holds the state sees to it that each is. */
export function effectsUnderWay(state: CaseState): Effect[] {
  return Object.values(state.pending)
    .filter(({ progress }) => progress.kind === 'running')
    .map(({ effect }) => effect);
}
