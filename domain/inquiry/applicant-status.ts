import type { CustodyInterval } from '../case/holder.ts';
import { findRunningClock } from '../case/state.ts';
import type { CaseClock } from '../clocks/clock.ts';
import { countsWorkingDays } from '../clocks/clock.ts';
import type { ClockId } from '../clocks/clock-id.ts';
import { explainClock, waitingForCalendar } from '../clocks/explanation.ts';
import type { Instant } from '../time/instant.ts';
import type { InquiredCase, SituationId } from './situation.ts';
import { situationOf } from './situation.ts';

/** The term that runs for the applicant, and why it ends when it does. */
export interface ApplicantDue {
  readonly title: string;
  /** Null until the term begins. */
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly overdue: boolean;
  readonly explanation: readonly string[];
}

export interface ApplicantStatus {
  readonly situation: SituationId;
  /** Who has it now and since when; null once it is closed. */
  readonly heldBy: CustodyInterval | null;
  readonly due: ApplicantDue | null;
}

// Of the clocks of a case, those that an applicant waits for or has to keep; the first that runs.
const titles = {
  verification: '查证期限',
  assignment: '指派派出所期限',
  transmission: '转送材料期限',
  issue: '出具证明期限',
  collection: '领取期限',
} as const satisfies Partial<Record<ClockId, string>>;

const clocksInOrder = Object.keys(titles) as (keyof typeof titles)[];

/** What its applicant is told of a case at an instant. */
export function applicantStatusOf(inquired: InquiredCase, now: Instant): ApplicantStatus {
  const isClosed = inquired.status === 'closed';
  return {
    situation: situationOf(inquired),
    heldBy: isClosed ? null : (inquired.custody.at(-1) ?? null),
    due: isClosed ? null : dueOf(inquired, now),
  };
}

function dueOf(inquired: InquiredCase, now: Instant): ApplicantDue | null {
  for (const clock of clocksInOrder) {
    const running = findRunningClock(inquired, clock);
    if (running !== undefined) return endOf(running, titles[clock], now);
    if (Object.values(inquired.unstartedClocks).some((unstarted) => unstarted.clock === clock)) {
      return notBegun(titles[clock], waitingForCalendar);
    }
  }
  if (inquired.status !== 'in_transit') return null;
  return notBegun(
    titles.verification,
    '查证期限自申请材料送达户籍地派出所时起算，送达后可在这里查看具体日期',
  );
}

function endOf(clock: CaseClock, title: string, now: Instant): ApplicantDue {
  const { deadline } = clock;
  return {
    title,
    dueAt: deadline.dueAt,
    provisional: countsWorkingDays(deadline) && deadline.provisional,
    overdue: now > deadline.dueAt,
    explanation: explainClock(clock),
  };
}

function notBegun(title: string, reason: string): ApplicantDue {
  return { title, dueAt: null, provisional: false, overdue: false, explanation: [reason] };
}
