import type { CaseState, Escalation } from '../case/state.ts';
import { findValidCertificate, isUnsigned } from '../case/state.ts';
import type { AnswerResult, CertificateKind } from '../case/status.ts';
import type { ClockId } from '../clocks/clock-id.ts';
import type { CaseClock, ClockSide } from '../clocks/clock.ts';
import { missedItsTerm } from '../clocks/clock.ts';
import type { Colour } from '../escalation/rung.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';

/** Why an applicant was sent to the home station: what was answered, or his own wish. */
export type ReferralReason = Exclude<AnswerResult, 'consistent'> | 'wish';

/** What an urged station was told and answered. */
interface Urging {
  readonly blueRungs: number;
  readonly yellowRungs: number;
  readonly redRungs: number;
  readonly repliesDemanded: number;
  readonly repliesInTime: number;
}

/** How a case ended. It counts for the two stations that have it, not for one that it has left. */
interface Ending {
  readonly closedOn: PlainDate | null;
  readonly referral: ReferralReason | null;
  /** Of the certificate that holds: one that was voided is none, and a reissued one no second. */
  readonly certificate: CertificateKind | null;
}

/** What one case counts for at one station, a fold of its ledger like everything else. */
export interface StationFigures extends Ending, Urging {
  readonly side: ClockSide;
  readonly station: UnitCode;
  readonly acceptedOn: PlainDate;
  /** For the accepting station: whether it sent the case to another home station; for a home station: whether it left it. */
  readonly rerouted: boolean;
  /**
   * Whether the home station answered within its term. False as soon as one of its terms has run out, also where the
   * dossier then went back or the applicant elsewhere (§6). Null while it may still answer, or never had to; a return
   * is no answer.
   */
  readonly answeredInTime: boolean | null;
  readonly workingDays: number | null;
  /** Delivered and, by now or to the end, neither signed for nor sent back. */
  readonly unsigned: boolean;
  /** Whether the side has done its half of the filing in time: sent it, or acknowledged it. */
  readonly filingInTime: boolean | null;
}

/**
 * What a case counts for in the state that it has now: one row for its accepting station and one for each home station
 * that it has come to, the present one first. What happened in a stay counts for the station of that stay; the accepting
 * station counts the answer of the present one.
 */
export function figuresOf(state: CaseState): StationFigures[] {
  const { acceptingStation, homeStation } = state;
  const [present, ...former] = homeStationsOf(state);
  return [
    {
      side: 'accepting',
      station: acceptingStation,
      rerouted: state.reroutes > 0,
      ...termOf(state, homeStation),
      ...endingOf(state),
      filingInTime: filingInTime(state, 'accepting', acceptingStation),
      ...urgingOf(state, acceptingStation),
      acceptedOn: localDateOf(state.acceptedAt),
    },
    ...[present, ...former].map((station): StationFigures => ({
      side: 'home',
      station,
      rerouted: station !== homeStation,
      ...termOf(state, station),
      ...(station === homeStation ? endingOf(state) : noEnding),
      filingInTime: filingInTime(state, 'home', station),
      ...urgingOf(state, station),
      acceptedOn: localDateOf(state.acceptedAt),
    })),
  ];
}

/** The present home station and those before it, latest first: a dossier that never went there was no stay. */
function homeStationsOf({ homeStation, transmissions }: CaseState): [UnitCode, ...UnitCode[]] {
  const former = transmissions
    .filter((transmission) => transmission.handedOverAt !== null && transmission.homeStation !== homeStation)
    .map((transmission) => transmission.homeStation)
    .reverse();
  return [homeStation, ...new Set(former)];
}

/** How a home station met the 5 working days. */
function termOf(
  state: CaseState,
  station: UnitCode,
): Pick<StationFigures, 'answeredInTime' | 'workingDays' | 'unsigned'> {
  const answer = station === state.homeStation ? state.answer : null;
  const hasMissed = clocksOf(state, 'verification', station)
    // Whether the answer came in time is said by the answer.
    .filter(({ stoppedAt }) => answer === null || stoppedAt !== answer.answeredAt)
    .some(missedItsTerm);
  const isLate = hasMissed || answer?.timeliness === 'late';
  return {
    answeredInTime: isLate ? false : answer === null ? null : true,
    workingDays: answer?.workingDays ?? null,
    unsigned: isUnsigned(state, station),
  };
}

const noEnding = { closedOn: null, referral: null, certificate: null } as const satisfies Ending;

function endingOf(state: CaseState): Ending {
  const { closedAt } = state;
  return {
    closedOn: closedAt === null ? null : localDateOf(closedAt),
    referral: referralOf(state),
    certificate: findValidCertificate(state)?.kind ?? null,
  };
}

function referralOf({ outcome, answer }: CaseState): ReferralReason | null {
  if (outcome !== 'referred') return null;
  return answer === null || answer.result === 'consistent' ? 'wish' : answer.result;
}

/** The half of a filing that a side has to do [§5]: by when, and from when on it is done. */
const filingHalves = {
  accepting: { clock: 'filing_dispatch', done: ['sent', 'acknowledged'] },
  home: { clock: 'filing_acknowledgement', done: ['acknowledged'] },
} as const satisfies Record<ClockSide, { clock: ClockId; done: readonly CaseState['filing'][] }>;

/** Null while the half is open, and where there is none: a filing of a voided certificate is asked for no more. */
function filingInTime(state: CaseState, side: ClockSide, station: UnitCode): boolean | null {
  const { clock, done } = filingHalves[side];
  const halves = clocksOf(state, clock, station);
  if (halves.some(missedItsTerm)) return false;
  return halves.length > 0 && done.some((status) => status === state.filing) ? true : null;
}

function clocksOf({ clocks }: CaseState, clock: ClockId, station: UnitCode): CaseClock[] {
  return Object.values(clocks).filter((each) => each.clock === clock && each.station === station);
}

function urgingOf({ escalations }: CaseState, station: UnitCode): Urging {
  // What fired too early by a later calendar has urged nobody; a further station that was asked has no row.
  const fired = Object.values(escalations).filter(
    ({ station: urged, clock, takenBackAt }) =>
      urged === station && clock !== 'further_verification' && takenBackAt === null,
  );
  const rungs = (colour: Colour) => fired.filter((escalation) => escalation.colour === colour).length;
  const demanding = fired.filter(({ replyClock }) => replyClock !== null).filter(isReplyOwed);
  return {
    blueRungs: rungs('blue'),
    yellowRungs: rungs('yellow'),
    redRungs: rungs('red'),
    repliesDemanded: demanding.length,
    repliesInTime: demanding.filter(isRepliedInTime).length,
  };
}

/** Where what was urged was done before the reply was due, nobody owes one any more. */
function isReplyOwed({ settlement, replyDueAt }: Escalation): boolean {
  return settlement?.kind !== 'obviated' || (replyDueAt !== null && settlement.at > replyDueAt);
}

function isRepliedInTime({ settlement, replyDueAt }: Escalation): boolean {
  return settlement?.kind === 'replied' && (replyDueAt === null || settlement.at <= replyDueAt);
}
