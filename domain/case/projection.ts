import type { CaseClock } from '../clocks/clock.ts';
import { countsWorkingDays } from '../clocks/clock.ts';
import type { Deadline } from '../calendar/deadline.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import { agenda } from './agenda.ts';
import type { Holder } from './holder.ts';
import type { CaseState } from './state.ts';
import { findClock, findRunningClock } from './state.ts';
import { unitsTakingPart } from './taking-part.ts';
import type { CaseOutcome, CaseStatus, FilingStatus } from './status.ts';

/** The row by which lists find a case; written in the same transaction as the events that it follows from. */
export interface CaseProjection {
  readonly seq: number;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly filing: FilingStatus;
  readonly holder: Holder;
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  /** From them follows who sees the case. */
  readonly takingPart: readonly UnitCode[];
  readonly calendarVersion: string;
  readonly acceptedAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  /** When something happens to it by itself; null when nothing will. */
  readonly nextAt: Instant | null;
}

export function projectCase(state: CaseState): CaseProjection {
  const deadline = findVerificationDeadline(state);
  return {
    seq: state.seq,
    status: state.status,
    outcome: state.outcome,
    filing: state.filing,
    holder: currentHolder(state),
    acceptingStation: state.acceptingStation,
    homeStation: state.homeStation,
    takingPart: unitsTakingPart(state),
    calendarVersion: state.calendarVersion,
    acceptedAt: state.acceptedAt,
    deliveredAt: deadline?.startedAt ?? null,
    dueAt: deadline?.dueAt ?? null,
    answeredAt: state.answer?.answeredAt ?? null,
    closedAt: state.closedAt,
    nextAt: state.closedAt === null ? (agenda(state)[0]?.at ?? null) : null,
  };
}

/** Who has the case now, or had it when it ended. */
export function currentHolder({ custody, closedAt }: CaseState): Holder {
  return closedAt === null ? (custody.at(-1)?.holder ?? 'system') : 'applicant';
}

/** The 5 working days of the home station that now has the case; null before they begin and after it gave it back. */
export function findVerificationClock(state: CaseState): CaseClock | null {
  const clock = findClock(state, 'verification');
  if (clock === undefined) return null;
  const isLeft = clock.stoppedAt !== null && state.answer === null && state.status !== 'closed';
  return isLeft ? null : clock;
}

export function findVerificationDeadline(state: CaseState): Deadline | null {
  const deadline = findVerificationClock(state)?.deadline;
  return deadline !== undefined && countsWorkingDays(deadline) ? deadline : null;
}

/** Whether the home station has let the 5 working days pass without an answer. */
export function isOverdue(state: CaseState, now: Instant): boolean {
  const clock = findVerificationClock(state);
  return clock?.stoppedAt === null && now > clock.deadline.dueAt;
}

/** 未领取: every reminder to collect has gone out in vain; the paper is kept, also when the case ends so (S31). */
export function isUncollected(state: CaseState): boolean {
  if (state.outcome === 'uncollected') return true;
  const clock = findRunningClock(state, 'collection');
  const reminders = clock?.ladder.filter(({ at }) => at < clock.deadline.dueAt) ?? [];
  return reminders.length > 0 && reminders.every(({ rung }) => clock?.fired.includes(rung));
}

/** 「2026-11-30（暂定）」: the due date as people write it. */
export function dueDateText(state: CaseState): string | null {
  const deadline = findVerificationDeadline(state);
  return deadline === null ? null : dateText(deadline);
}

function dateText({ dueAt, provisional }: Deadline): string {
  return provisional ? `${localDateOf(dueAt)}（暂定）` : localDateOf(dueAt);
}
