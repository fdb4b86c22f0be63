import type { Static } from '@fastify/type-provider-typebox';
import type { RecordedEvent } from '../domain/case/event.ts';
import { clockMoveTitles } from '../domain/case/event.ts';
import { holderTitles } from '../domain/case/holder.ts';
import { findVerificationClock } from '../domain/case/projection.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseClock } from '../domain/clocks/clock.ts';
import type { ClockKey } from '../domain/clocks/clock-id.ts';
import { clockRules, countsWorkingDays } from '../domain/clocks/clock.ts';
import { explainClock, waitingForCalendar } from '../domain/clocks/explanation.ts';
import type { ProvincePolicy } from '../domain/policy.ts';
import { materialsRuleTitles } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import { epochMsOf } from '../domain/time/instant.ts';
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
      explanation: [waitingForCalendar],
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

function clockView(caseClock: CaseClock, events: readonly RecordedEvent[], now: Instant): ClockView {
  const { key, clock, deadline, stoppedAt, calendarDueAt } = caseClock;
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
    ...termView(deadline),
    explanation: explainClock(caseClock),
  };
}

type TermView = Pick<ClockView, 'termWorkingDays' | 'termDays' | 'provisional' | 'days' | 'notices'>;

function termView(deadline: CaseClock['deadline']): TermView {
  if (!countsWorkingDays(deadline)) {
    return {
      termWorkingDays: null,
      termDays: deadline.termDays,
      provisional: false,
      days: [],
      notices: [],
    };
  }
  const { termWorkingDays, provisional, days, notices } = deadline;
  return { termWorkingDays, termDays: null, provisional, days: [...days], notices: [...notices] };
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
