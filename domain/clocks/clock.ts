import type { Deadline } from '../calendar/deadline.ts';
import type { ClockId, ClockKey } from './clock-id.ts';
import type { RungId, ScheduledRung } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** Whose calendar and office hours count: those of the station that has to act. */
export type ClockSide = 'accepting' | 'home';

interface ClockRule {
  readonly title: string;
  readonly side: ClockSide;
}

export const clockRules = {
  transmission: { title: '受理后流转', side: 'accepting' },
  receipt: { title: '送达确认', side: 'home' },
  verification: { title: '查证反馈', side: 'home' },
  assignment: { title: '县级指派派出所', side: 'home' },
  issue: { title: '反馈后出具并通知', side: 'accepting' },
  filing_dispatch: { title: '附件2备案', side: 'accepting' },
  filing_acknowledgement: { title: '备案确认', side: 'home' },
  collection: { title: '领取', side: 'accepting' },
  reply: { title: '督办回告', side: 'home' },
} as const satisfies Record<ClockId, ClockRule>;

/** A term in calendar days, for what no law counts in working days. */
export interface DayDeadline {
  readonly startedAt: Instant;
  readonly termDays: number;
  readonly dueDate: PlainDate;
  readonly dueAt: Instant;
}

/** One clock of a case, running or stopped. It is kept after it stopped: who was late, and when, stays visible. */
export interface CaseClock {
  readonly key: ClockKey;
  readonly clock: ClockId;
  readonly deadline: Deadline | DayDeadline;
  readonly ladder: readonly ScheduledRung[];
  readonly fired: readonly RungId[];
  readonly stoppedAt: Instant | null;
  /** When it would be due by the calendar alone: another instant where the later date stands (§5). */
  readonly calendarDueAt: Instant;
}

/** Whether the term is counted in working days, and so moves when a calendar is revised. */
export function countsWorkingDays(deadline: Deadline | DayDeadline): deadline is Deadline {
  return 'termWorkingDays' in deadline;
}
