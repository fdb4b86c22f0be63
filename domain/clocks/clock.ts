import type { Deadline } from '../calendar/deadline.ts';
import type { ClockId, ClockKey } from './clock-id.ts';
import type { RungId, ScheduledRung } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';

/** The two stations of a case. */
export const clockSides = ['accepting', 'home'] as const;

export type ClockSide = (typeof clockSides)[number];

/** Who is urged: a station of the case, `further` being the one that the home station asks. */
export type UrgedSide = ClockSide | 'further';

interface ClockRule {
  readonly title: string;
  /** Whose calendar and office hours count. */
  readonly side: ClockSide | 'whoever_owes_the_reply';
  /** Who has to act by its end, and is urged when that comes near or has passed. */
  readonly urges: UrgedSide | 'applicant' | 'whoever_owes_the_reply';
}

export const clockRules = {
  transmission: { title: '受理后流转', side: 'accepting', urges: 'accepting' },
  // Nothing shows yet that the dossier has come: whoever sent it asks, and sends it again.
  receipt: { title: '送达确认', side: 'home', urges: 'accepting' },
  verification: { title: '查证反馈', side: 'home', urges: 'home' },
  // A part of the home station's term, and so counted by its time.
  further_verification: { title: '协助查证', side: 'home', urges: 'further' },
  assignment: { title: '县级指派派出所', side: 'home', urges: 'home' },
  issue: { title: '反馈后出具并通知', side: 'accepting', urges: 'accepting' },
  filing_dispatch: { title: '附件2备案', side: 'accepting', urges: 'accepting' },
  filing_acknowledgement: { title: '备案确认', side: 'home', urges: 'home' },
  collection: { title: '领取', side: 'accepting', urges: 'applicant' },
  reply: { title: '督办回告', side: 'whoever_owes_the_reply', urges: 'whoever_owes_the_reply' },
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
  /** The station that has to act, the home station being the one that has the case then; null: the applicant. */
  readonly station: UnitCode | null;
  readonly deadline: Deadline | DayDeadline;
  readonly ladder: readonly ScheduledRung[];
  readonly fired: readonly RungId[];
  readonly stoppedAt: Instant | null;
  /** When it would be due by the calendar alone: another instant where the later date stands (§5). */
  readonly calendarDueAt: Instant;
}

/** The side whose calendar and office hours count for a clock of a case: for a reply, that of the station that owes it. */
export function sideOfClock(
  { clock, station }: Pick<CaseClock, 'clock' | 'station'>,
  homeStation: UnitCode,
): ClockSide {
  const { side } = clockRules[clock];
  if (side !== 'whoever_owes_the_reply') return side;
  // What the applicant is reminded of is the accepting station's to see to.
  return station === homeStation ? 'home' : 'accepting';
}

/** The side that has to act by the end of a clock of a case. What the applicant is reminded of is the accepting station's. */
export function urgedSideOf(clock: Pick<CaseClock, 'clock' | 'station'>, homeStation: UnitCode): UrgedSide {
  const { urges } = clockRules[clock.clock];
  if (urges === 'whoever_owes_the_reply') return sideOfClock(clock, homeStation);
  return urges === 'applicant' ? 'accepting' : urges;
}

/** Whether the term has run out before what it was set for was done: somebody was told so, or it was done afterwards. */
export function missedItsTerm({ deadline, ladder, fired, stoppedAt }: CaseClock): boolean {
  const { dueAt } = deadline;
  return (
    (stoppedAt !== null && stoppedAt > dueAt) ||
    ladder.some(({ rung, at }) => at >= dueAt && fired.includes(rung))
  );
}

/** Whether the term is counted in working days, and so moves when a calendar is revised. */
export function countsWorkingDays(deadline: Deadline | DayDeadline): deadline is Deadline {
  return 'termWorkingDays' in deadline;
}
