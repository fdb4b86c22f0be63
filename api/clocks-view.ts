import type { Static } from '@fastify/type-provider-typebox';
import type { Deadline } from '../domain/calendar/deadline.ts';
import { dayEndOf, dayEndTitles } from '../domain/calendar/due-instant.ts';
import { explainDeadline } from '../domain/calendar/explanation.ts';
import type { RecordedEvent } from '../domain/case/event.ts';
import { clockMoveTitles } from '../domain/case/event.ts';
import { holderTitles } from '../domain/case/holder.ts';
import { findVerificationClock } from '../domain/case/projection.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseClock, DayDeadline } from '../domain/clocks/clock.ts';
import type { ClockKey } from '../domain/clocks/clock-id.ts';
import { clockRules, countsWorkingDays } from '../domain/clocks/clock.ts';
import type { ProvincePolicy } from '../domain/policy.ts';
import { materialsRuleTitles } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import { epochMsOf } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { ClocksSchema } from './schemas/case-history.ts';

type ClocksView = Static<typeof ClocksSchema>;

const hourMs = 3_600_000;

interface Viewing {
  readonly events: readonly RecordedEvent[];
  readonly now: Instant;
  readonly homePolicy: ProvincePolicy;
}

/** Every clock that a case ever had, with all that moved it, and who held the case when. */
export function clocksView(state: CaseState, { events, now, homePolicy }: Viewing): ClocksView {
  // The policies of the stations before it no longer stand in the case.
  const current = findVerificationClock(state);
  const materialsRule = materialsRuleTitles[homePolicy.onMaterialsCompleted];
  return {
    ageHours: hoursBetween(state.acceptedAt, state.closedAt ?? now),
    // As they began: what has been in Postgres has lost the order of its keys.
    clocks: Object.values(state.clocks)
      .sort((one, other) => epochMsOf(one.deadline.startedAt) - epochMsOf(other.deadline.startedAt))
      .map((clock) => clockView(clock, events, now))
      .map((view) =>
        view.key === current?.key ? { ...view, explanation: [...view.explanation, materialsRule] } : view,
      ),
    unstartedClocks: Object.entries(state.unstartedClocks).map(([key, { clock, startedAt }]) => ({
      key,
      clock,
      title: clockRules[clock].title,
      startedAt,
      explanation: ['相应年度的工作日历尚未发布，期限待日历发布后起算'],
    })),
    custody: state.custody.map(({ holder, from, to }) => ({
      holder,
      holderTitle: holderTitles[holder],
      from,
      to,
      hours: hoursBetween(from, to ?? now),
    })),
  };
}

type ClockView = ClocksView['clocks'][number];

function clockView(
  { key, clock, deadline, stoppedAt, calendarDueAt }: CaseClock,
  events: readonly RecordedEvent[],
  now: Instant,
): ClockView {
  const { startedAt, dueAt } = deadline;
  return {
    key,
    clock,
    title: clockRules[clock].title,
    startedAt,
    dueAt,
    calendarDueAt,
    stoppedAt,
    overdue: (stoppedAt ?? now) > dueAt,
    moves: events.flatMap((recorded) => moveView(recorded, key)),
    ...(countsWorkingDays(deadline) ? workingDaysView(deadline, calendarDueAt) : daysView(deadline)),
  };
}

type TermView = Pick<
  ClockView,
  'termWorkingDays' | 'termDays' | 'provisional' | 'days' | 'notices' | 'explanation'
>;

function workingDaysView(deadline: Deadline, calendarDueAt: Instant): TermView {
  const { termWorkingDays, provisional, days, notices } = deadline;
  return {
    termWorkingDays,
    termDays: null,
    provisional,
    days: [...days],
    notices: [...notices],
    explanation: explainDeadline(deadline, calendarDueAt),
  };
}

function daysView({ startedAt, termDays, dueDate, dueAt }: DayDeadline): TermView {
  return {
    termWorkingDays: null,
    termDays,
    provisional: false,
    days: [],
    notices: [],
    explanation: [`自${localDateOf(startedAt)}起${termDays}日，至${dueDate}`, dayEndTitles[dayEndOf(dueAt)]],
  };
}

function moveView({ event, occurredAt }: RecordedEvent, key: ClockKey): ClockView['moves'] {
  if (event.type !== 'clock_moved' || event.clockKey !== key) return [];
  const { previousDueAt: from, deadline, calendarDueAt, cause, notice } = event;
  return [
    {
      ...{ from, to: deadline.dueAt, calendarDueAt, cause, notice },
      causeTitle: clockMoveTitles[cause],
      at: occurredAt,
    },
  ];
}

function hoursBetween(from: Instant, to: Instant): number {
  return Math.round(((epochMsOf(to) - epochMsOf(from)) / hourMs) * 100) / 100;
}
