import type { CaseState } from '../case/state.ts';
import type { AnswerResult, CertificateKind } from '../case/status.ts';
import { findVerificationClock } from '../case/projection.ts';
import type { CaseClock } from '../clocks/clock.ts';
import type { ClockId } from '../clocks/clock-id.ts';
import type { Colour } from '../escalation/rung.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { localDateOf } from '../time/plain-date.ts';

/** Why an applicant was sent to the home station: what was answered, or his own wish. */
export type ReferralReason = Exclude<AnswerResult, 'consistent'> | 'wish';

/** What one case counts for, a fold of its ledger like everything else. */
export interface CaseFigures {
  readonly acceptedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  /** Whether the home station answered within its term; null while it may still, or never had to. */
  readonly answeredInTime: boolean | null;
  readonly workingDays: number | null;
  /** Delivered and, by now or to the end, never signed for. */
  readonly unsigned: boolean;
  readonly referral: ReferralReason | null;
  readonly certificate: CertificateKind | null;
  readonly filingInTime: boolean | null;
  readonly blueRungs: number;
  readonly yellowRungs: number;
  readonly redRungs: number;
  readonly repliesDemanded: number;
  readonly repliesInTime: number;
}

/** What a case counts for in the state that it has now. */
export function figuresOf(state: CaseState): CaseFigures {
  const { acceptedAt, closedAt, answer, receivedAt, certificates, escalations } = state;
  const clock = findVerificationClock(state);
  const fired = Object.values(escalations);
  const rungs = (colour: Colour) => fired.filter((escalation) => escalation.colour === colour).length;
  const demanding = fired.filter(({ replyDueAt }) => replyDueAt !== null);
  return {
    acceptedOn: localDateOf(acceptedAt),
    closedOn: closedAt === null ? null : localDateOf(closedAt),
    answeredInTime: answer === null ? missedItsTerm(clock) : answer.timeliness === 'in_time',
    workingDays: answer?.workingDays ?? null,
    unsigned: clock !== null && receivedAt === null,
    referral: referralOf(state),
    certificate: certificates.at(-1)?.kind ?? null,
    filingInTime: filingInTime(state),
    blueRungs: rungs('blue'),
    yellowRungs: rungs('yellow'),
    redRungs: rungs('red'),
    repliesDemanded: demanding.length,
    repliesInTime: demanding.filter(
      ({ settlement, replyDueAt }) =>
        settlement?.kind === 'replied' && replyDueAt !== null && settlement.at <= replyDueAt,
    ).length,
  };
}

/** A term that ran out counts against the home station, also where the applicant then went elsewhere (§6). */
function missedItsTerm(clock: CaseClock | null): false | null {
  if (clock === null) return null;
  const firedDue = clock.fired.includes('R4');
  return firedDue || (clock.stoppedAt !== null && clock.stoppedAt > clock.deadline.dueAt) ? false : null;
}

function referralOf({ outcome, answer }: CaseState): ReferralReason | null {
  if (outcome !== 'referred') return null;
  return answer === null || answer.result === 'consistent' ? 'wish' : answer.result;
}

/** 备案及时率: both halves of every filing within their terms; null while that is open, or where there is none. */
function filingInTime({ clocks }: CaseState): boolean | null {
  const halves = (['filing_dispatch', 'filing_acknowledgement'] satisfies ClockId[]).flatMap((id) =>
    Object.values(clocks).filter(({ clock }) => clock === id),
  );
  if (halves.length === 0) return null;
  if (halves.some(({ fired }) => fired.some((rung) => rung !== 'filing_reminder'))) return false;
  return halves.every(({ stoppedAt }) => stoppedAt !== null) ? true : null;
}
