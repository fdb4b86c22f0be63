import type { CertificateNo } from '../certificate/numbers.ts';
import type { CaseClock } from '../clocks/clock.ts';
import type { ClockId, ClockKey } from '../clocks/clock-id.ts';
import { clockKeyOf } from '../clocks/clock-id.ts';
import type { Recipient } from '../directory/recipients.ts';
import type { Colour, ReplyDemand, RungId, RungKey } from '../escalation/rung.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { CaseTerms } from '../policy.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Actor, Defect, HomeUnit, ReturnReason } from './command.ts';
import type { CommandId } from './command-id.ts';
import type { Complaint } from './complaints.ts';
import type { CustodyInterval } from './holder.ts';
import type { FurtherVerification } from './further-verification.ts';
import type { Effect, EffectFailure, EffectKey, EffectType } from './effect.ts';
import type { AnswerFacts, PolicyVersions } from './event.ts';
import type {
  Addressee,
  CaseOutcome,
  CaseStatus,
  CertificateKind,
  CertificateLife,
  Channel,
  FilingStatus,
} from './status.ts';

/** An effect that was asked for and has not happened yet. */
export interface PendingEffect {
  readonly effect: Effect;
  readonly since: Instant;
  readonly failures: number;
  readonly progress:
    | { readonly kind: 'running' }
    | { readonly kind: 'failed'; readonly failure: EffectFailure; readonly nextTryAt: Instant | null };
}

/** Since when an administrator holds a case, and who. */
export interface Pause {
  readonly at: Instant;
  readonly by: Actor;
}

/** 签收: the home station's acknowledgement of one handing over. */
export interface Receipt {
  /** When it arrived, as far as the receipt says. */
  readonly receivedAt: Instant;
  /** Pages of a fax or a bag, papers of the platform, which need not be counted: it loses none. */
  readonly pagesReceived: number | null;
  readonly by: Actor;
  readonly recordedAt: Instant;
}

/** One handing over of the dossier. */
export interface Transmission {
  readonly n: number;
  readonly channel: Channel;
  readonly addressee: Addressee;
  readonly homeStation: UnitCode;
  /** Which stay of the case at a home station it belongs to: a return or a reroute begins another. */
  readonly round: number;
  readonly handedOverAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** When the home station first did something with it: signed for it, sent it back, named the station that it is for. */
  readonly takenUpAt: Instant | null;
  readonly pages: number | null;
  readonly receipt: Receipt | null;
}

export interface ProposedAnswer extends AnswerFacts {
  readonly by: Actor;
}

export interface Answer extends AnswerFacts {
  readonly answeredAt: Instant;
  readonly timeliness: 'in_time' | 'late';
  readonly workingDays: number | null;
  readonly workingDaysLate: number | null;
}

export interface Certificate {
  readonly certificateNo: CertificateNo;
  readonly kind: CertificateKind;
  readonly sha256: string;
  readonly issuedAt: Instant;
  readonly matters: readonly MatterCode[];
  readonly life: CertificateLife;
  readonly supersededBy: CertificateNo | null;
  /** How often the paper was printed; a second print is no second certificate. */
  readonly printCount: number;
}

/** A fired rung of the ladder, with what came of it. */
export interface Escalation {
  readonly rungKey: RungKey;
  readonly clock: ClockId;
  readonly rung: RungId;
  readonly colour: Colour;
  /** The station that it urges, which owes the reply; null: the applicant. */
  readonly station: UnitCode | null;
  readonly firedAt: Instant;
  readonly told: readonly Recipient[];
  /** Null where no reply is demanded, or no calendar says yet when it is due. */
  readonly replyDueAt: Instant | null;
  /** The clock of the reply that it demands; null where it demands none. */
  readonly replyClock: ClockKey | null;
  readonly settlement:
    | null
    | { readonly kind: 'replied'; readonly at: Instant; readonly by: Actor; readonly replyId: CommandId }
    /** What was urged has been done. */
    | { readonly kind: 'obviated'; readonly at: Instant };
  /** When a later calendar showed that it had fired too early; null as long as it holds. */
  readonly takenBackAt: Instant | null;
}

/**
 * The stations that owe a reply now: to one rung, or to any. A rung that reminded the applicant is the accepting station's.
 * [§6]
 */
export function stationsOwingReply(
  { escalations, acceptingStation }: Pick<CaseState, 'escalations' | 'acceptingStation'>,
  about: RungKey | null,
): UnitCode[] {
  return Object.values(escalations)
    .filter(({ rungKey }) => about === null || rungKey === about)
    .filter(({ replyClock, settlement }) => replyClock !== null && settlement === null)
    .map(({ station }) => station ?? acceptingStation);
}

/** A clock that waits for a calendar. */
export interface UnstartedClock {
  readonly clock: ClockId;
  readonly startedAt: Instant;
  readonly about: RungKey | null;
  readonly demand: ReplyDemand | null;
}

/** A due date of the 5 working days that the applicant was told, with the event that he was told it for. */
export interface ToldDueDate {
  readonly dueDate: PlainDate;
  readonly seq: number;
}

/** Lists that were handed to the applicant for completion, and how far the last one has come. */
export type Completion = { readonly round: number } & (
  | { readonly open: 'open' }
  /** The papers are there. A sending that was asked for before, `afterTransmission` at the latest, does not bring them. */
  | { readonly open: 'done'; readonly afterTransmission: number }
  | { readonly open: 'sent' }
);

/** Everything that the rules need to know of a case: a fold over its ledger and nothing else. */
export interface CaseState extends HomeUnit {
  readonly seq: number;
  readonly stepKeys: readonly string[];
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly acceptingStation: UnitCode;
  readonly matters: readonly MatterCode[];
  readonly acceptedAt: Instant;
  readonly policyVersions: PolicyVersions;
  readonly terms: CaseTerms;
  readonly calendarVersion: string;
  readonly completion: Completion | null;
  readonly transmissions: readonly Transmission[];
  readonly round: number;
  /** When that stay began: with the acceptance, the return, the reroute, the naming of the station. */
  readonly roundBeganAt: Instant;
  readonly reroutes: number;
  readonly returned: { readonly reason: ReturnReason; readonly suggestedStation: UnitCode | null } | null;
  readonly receivedAt: Instant | null;
  readonly defect: Defect | null;
  /** The sending of what was lacking of which nobody knows yet that it arrived; it, or what goes after it, brings it. */
  readonly unconfirmedMending: number | null;
  /** The number of the last start of each clock, also of one that never began. */
  readonly clockStarts: Readonly<Partial<Record<ClockId, number>>>;
  readonly clocks: Readonly<Record<ClockKey, CaseClock>>;
  readonly unstartedClocks: Readonly<Record<ClockKey, UnstartedClock>>;
  readonly escalations: Readonly<Record<RungKey, Escalation>>;
  readonly complaints: readonly Complaint[];
  /** Oldest first. One that is waited for is the last, and there is one only while the home station verifies. */
  readonly furtherVerifications: readonly FurtherVerification[];
  /** Oldest first: none is told again as long as it stands. */
  readonly toldDueDates: readonly ToldDueDate[];
  readonly proposedAnswer: ProposedAnswer | null;
  readonly answer: Answer | null;
  readonly certificates: readonly Certificate[];
  readonly filing: FilingStatus;
  readonly notifiedAt: Instant | null;
  readonly collectedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Left out unless an administrator holds the case; its terms go on all the same. */
  readonly paused?: Pause;
  /** Who held the case, from its acceptance on, without gap or overlap (§5). */
  readonly custody: readonly CustodyInterval[];
  /** How often each effect has been asked for: the number of the last asking. */
  readonly asked: Readonly<Record<EffectType, number>>;
  readonly pending: Readonly<Record<EffectKey, PendingEffect>>;
}

/** The effects that should be under way now: whoever holds the state sees to it that each is. A paused case begins none. */
export function effectsUnderWay(state: CaseState): Effect[] {
  if (state.paused !== undefined) return [];
  return Object.values(state.pending)
    .filter(({ progress }) => progress.kind === 'running')
    .map(({ effect }) => effect);
}

/** The pending effect of a type, if there is one: each type runs once at a time. */
export function findPending(state: Pick<CaseState, 'pending'>, type: EffectType): PendingEffect | undefined {
  return Object.values(state.pending).find(({ effect }) => effect.type === type);
}

type Clocks = Pick<CaseState, 'clocks' | 'clockStarts'>;

/** The latest start of a clock, running or stopped; undefined where that waits, or waited to its end, for a calendar. */
export function findClock({ clocks, clockStarts }: Clocks, clock: ClockId): CaseClock | undefined {
  return clocks[clockKeyOf(clock, clockStarts[clock] ?? 0)];
}

/** The clock while it runs. */
export function findRunningClock(state: Clocks, clock: ClockId): CaseClock | undefined {
  const latest = findClock(state, clock);
  return latest?.stoppedAt === null ? latest : undefined;
}

/** Under which key a clock waits for a calendar. */
export function findWaitingKey(
  { unstartedClocks }: Pick<CaseState, 'unstartedClocks'>,
  clock: ClockId,
): ClockKey | undefined {
  const waiting = Object.entries(unstartedClocks).find(([, unstarted]) => unstarted.clock === clock);
  return waiting?.[0] as ClockKey | undefined;
}

/** Whether a clock runs, or will when a calendar says how far. */
export function isClockOn(state: Clocks & Pick<CaseState, 'unstartedClocks'>, clock: ClockId): boolean {
  return findClockStart(state, clock) !== undefined;
}

/** From when on a clock runs, or will when a calendar says how far. */
export function findClockStart(
  state: Clocks & Pick<CaseState, 'unstartedClocks'>,
  clock: ClockId,
): Instant | undefined {
  const waiting = Object.values(state.unstartedClocks).find((unstarted) => unstarted.clock === clock);
  return findRunningClock(state, clock)?.deadline.startedAt ?? waiting?.startedAt;
}

/** Whether the home station has all it is owed: a case with an Annex 2 stays open until its filing has been acknowledged [§5]. */
export function isFiled({ filing }: Pick<CaseState, 'filing'>): boolean {
  return filing === 'none' || filing === 'acknowledged';
}

/** The certificate that holds now. */
export function findValidCertificate(state: Pick<CaseState, 'certificates'>): Certificate | undefined {
  return state.certificates.find(({ life }) => life === 'valid');
}

/** The certificate that holds, or the last one that did. */
export function findCurrentCertificate(state: Pick<CaseState, 'certificates'>): Certificate | undefined {
  return findValidCertificate(state) ?? state.certificates.at(-1);
}

/** Whether a sending brings what was lacking: pages that were missing or illegible, or the papers of a completion (补正). */
export function bringsMaterials(
  { defect, completion }: Pick<CaseState, 'defect' | 'completion'>,
  n: number,
): boolean {
  return defect !== null || (completion?.open === 'done' && n > completion.afterTransmission);
}

/** Whether the arrival of a sending is the first that is known of what was lacking. */
export function bringsMending(
  { unconfirmedMending }: Pick<CaseState, 'unconfirmedMending'>,
  n: number,
): boolean {
  return unconfirmedMending !== null && n >= unconfirmedMending;
}

/** The handing overs in the present stay at the home station, those that left, oldest first. */
export function handedOverTransmissions({
  transmissions,
  round,
}: Pick<CaseState, 'transmissions' | 'round'>): Transmission[] {
  return transmissions.filter(
    (transmission) => transmission.round === round && transmission.handedOverAt !== null,
  );
}

/** Whether a dossier was delivered at a home station, which has done nothing with it. */
export function isUnsigned({ transmissions }: Pick<CaseState, 'transmissions'>, station: UnitCode): boolean {
  const delivered = transmissions.filter(
    ({ homeStation, deliveredAt }) => homeStation === station && deliveredAt !== null,
  );
  return delivered.length > 0 && delivered.every(({ takenUpAt }) => takenUpAt === null);
}
