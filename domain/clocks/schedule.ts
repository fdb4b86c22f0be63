import { deadlineFor, nthWorkingDay, workingDayAfter } from '../calendar/deadline.ts';
import { dueInstantOn, termOverAt } from '../calendar/due-instant.ts';
import type { DayEnd } from '../calendar/due-instant.ts';
import { orMissing } from '../calendar/revision.ts';
import { officeHoursOn } from '../calendar/office-hours.ts';
import type { ClockTerm } from '../policy.ts';
import type { ReplyDemand, RungMoment, ScheduledRung } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { addDays, instantAt, localDateOf } from '../time/plain-date.ts';
import type { ClockSide, DayDeadline } from './clock.ts';
import type { ClockId } from './clock-id.ts';
import { clockRules, countsWorkingDays } from './clock.ts';
import type { Deadline } from '../calendar/deadline.ts';
import type { CaseFacts, StationFacts } from './facts.ts';
import { policyOf } from './facts.ts';

/** The end of a clock and the instants of its ladder. */
export interface ClockSchedule {
  readonly deadline: Deadline | DayDeadline;
  readonly ladder: readonly ScheduledRung[];
}

/** A reply as a station owes it, by its own working time. */
export interface OwedReply extends ReplyDemand {
  readonly side: ClockSide;
}

/**
 * Lays a clock out from the instant at which it starts, by the calendar, office hours and policy of the station that
 * has to act. One mechanism for all clocks of `domain.md` §5. A reply has the term and the people that the rung which
 * demanded it names, and the time of the station that owes it.
 * @throws {CalendarMissingError} when a day that matters has no calendar.
 */
export function scheduleClock(
  clock: ClockId,
  startedAt: Instant,
  facts: CaseFacts,
  owed?: OwedReply,
): ClockSchedule {
  const side = sideOf(clock, owed);
  const station = facts[side];
  const { terms, dueAtEndOf } = policyOf(facts, side);
  const term: ClockTerm =
    owed === undefined ? terms[clock] : { unit: 'working_days', count: owed.withinWorkingDays };
  const deadline =
    term.unit === 'working_days'
      ? deadlineFor({ startedAt, termWorkingDays: term.count, ...station, dueAtEndOf })
      : dayDeadline(startedAt, term.count, station, dueAtEndOf);
  return { deadline, ladder: layOutLadder(clock, deadline, facts, owed) };
}

/**
 * The instants of a clock's ladder for a deadline, in the working time of the station that has to act [§6]. A rung that
 * lies in a year without a calendar is left out until there is one: the due date itself is known.
 */
export function layOutLadder(
  clock: ClockId,
  deadline: Deadline | DayDeadline,
  facts: CaseFacts,
  owed?: OwedReply,
): ScheduledRung[] {
  const side = sideOf(clock, owed);
  return policyOf(facts, side).ladders[clock].flatMap(({ when, ...rule }): ScheduledRung[] => {
    const at = orMissing(() => momentOf(when, deadline, facts[side]));
    return at === 'missing' ? [] : [{ ...rule, to: owed?.overdueTo ?? rule.to, at }];
  });
}

/** A reply that no rung has demanded is laid out like that to the ladder of the 5 days. */
function sideOf(clock: ClockId, owed: OwedReply | undefined): ClockSide {
  const { side } = clockRules[clock];
  return side === 'whoever_owes_the_reply' ? (owed?.side ?? 'home') : side;
}

function dayDeadline(
  startedAt: Instant,
  termDays: number,
  { timetable }: StationFacts,
  dueAtEndOf: DayEnd,
): DayDeadline {
  const dueDate = addDays(localDateOf(startedAt), termDays);
  return { startedAt, termDays, dueDate, dueAt: dueInstantOn(dueDate, dueAtEndOf, timetable) };
}

function momentOf(
  when: RungMoment,
  deadline: Deadline | DayDeadline,
  { calendar, timetable }: StationFacts,
): Instant {
  const startOf = (date: PlainDate) => instantAt(date, officeHoursOn(timetable, date).start);
  const endOf = (date: PlainDate) => instantAt(date, officeHoursOn(timetable, date).end);
  const { startedAt, dueDate, dueAt } = deadline;
  const dayZero = localDateOf(startedAt);
  // The days of the term itself: where a later date stands against the calendar, they stand with it.
  const dayN = (n: number) =>
    countsWorkingDays(deadline) && n <= deadline.termWorkingDays
      ? nthWorkingDay(deadline, n)
      : workingDayAfter(calendar, dayZero, n);
  switch (when.at) {
    case 'start_of_working_day':
      return startOf(dayN(when.day));
    case 'end_of_working_day':
      return endOf(dayN(when.day));
    case 'due':
      return termOverAt(dueAt);
    case 'after_due':
      return endOf(workingDayAfter(calendar, dueDate, when.workingDays));
    case 'days_after_start':
      return startOf(addDays(dayZero, when.days));
  }
}
