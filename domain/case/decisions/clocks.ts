import { orMissing, reviseDeadline } from '../../calendar/revision.ts';
import type { CaseClock, ClockSide } from '../../clocks/clock.ts';
import type { ClockId, ClockKey } from '../../clocks/clock-id.ts';
import { countsWorkingDays, sideOfClock } from '../../clocks/clock.ts';
import { clockKeyOf } from '../../clocks/clock-id.ts';
import type { CaseFacts } from '../../clocks/facts.ts';
import { policyOf } from '../../clocks/facts.ts';
import type { ClockSchedule, OwedReply } from '../../clocks/schedule.ts';
import { layOutLadder, scheduleClock } from '../../clocks/schedule.ts';
import type { ReplyDemand, RungKey, ScheduledRung } from '../../escalation/rung.ts';
import type { Instant } from '../../time/instant.ts';
import type { CaseEvent, CaseEventOf, ClockMove, Previously } from '../event.ts';
import type { CaseState } from '../state.ts';
import { findRunningClock, findWaitingKey } from '../state.ts';

/** What a rung demands, and of which side. */
interface Demanded {
  readonly by: RungKey;
  readonly demand: ReplyDemand;
  readonly side: ClockSide;
}

/** A clock that is to run from an instant on. */
interface ClockStart {
  readonly clockKey: ClockKey;
  readonly clock: ClockId;
  readonly startedAt: Instant;
  readonly previously: Previously;
  readonly demanded?: Demanded | undefined;
}

/**
 * Starts a clock. Where no calendar says when it ends, that is recorded instead and the clock starts when the calendar
 * is published: nothing is guessed and nothing is stuck.
 */
export function startClock(
  state: Pick<CaseState, 'clockStarts' | 'unstartedClocks'>,
  clock: ClockId,
  startedAt: Instant,
  facts: CaseFacts,
  demanded?: Demanded,
): CaseEvent {
  const clockKey = clockKeyOf(clock, (state.clockStarts[clock] ?? 0) + 1);
  const kind = findWaitingKey(state, clock) === undefined ? 'off' : 'waiting';
  return begun({ clockKey, clock, startedAt, previously: { kind }, demanded }, facts);
}

function begun(
  { clockKey, clock, startedAt, previously, demanded }: ClockStart,
  facts: CaseFacts,
): CaseEventOf<'clock_started' | 'clock_not_started'> {
  const owed = demanded && { ...demanded.demand, side: demanded.side };
  const schedule = findSchedule(clock, startedAt, facts, owed);
  const about = demanded?.by ?? null;
  if (schedule !== undefined) return { type: 'clock_started', clockKey, clock, about, ...schedule };
  const demand = demanded?.demand ?? null;
  return { type: 'clock_not_started', clockKey, clock, startedAt, about, demand, previously };
}

/**
 * Lets a clock of the home station that is on begin at another instant: one that waits for a calendar will begin there,
 * and one that ran waits where no calendar says when it now ends.
 */
export function restartClock(
  state: CaseState,
  clock: ClockId,
  startedAt: Instant,
  facts: CaseFacts,
  cause: ClockMove,
): CaseEvent[] {
  const running = findRunningClock(state, clock);
  if (running === undefined) {
    const clockKey = findWaitingKey(state, clock);
    return clockKey === undefined
      ? [startClock(state, clock, startedAt, facts)]
      : [begun({ clockKey, clock, startedAt, previously: { kind: 'waiting' } }, facts)];
  }
  const { key: clockKey, deadline } = running;
  const schedule = findSchedule(clock, startedAt, facts);
  if (schedule !== undefined) return [moved(running, schedule, cause, schedule.deadline.dueAt)];
  return [
    begun({ clockKey, clock, startedAt, previously: { kind: 'running', dueAt: deadline.dueAt } }, facts),
  ];
}

/**
 * What a revised calendar does to the running clocks of a case. Where it would make a date earlier, the date that
 * people were told stands [policy], and they are told of both (§5).
 */
export function reviseClocks(state: CaseState, facts: CaseFacts): CaseEvent[] {
  const events = Object.values(state.clocks)
    .filter(({ stoppedAt, deadline }) => stoppedAt === null && countsWorkingDays(deadline))
    .flatMap((clock) => reviseClock(state, clock, facts));
  const started = Object.entries(state.unstartedClocks).flatMap(
    ([key, { clock, startedAt, about, demand }]) => {
      const station = about === null ? null : (state.escalations[about]?.station ?? null);
      const side = sideOfClock({ clock, station }, state.homeStation);
      const schedule = findSchedule(
        clock,
        startedAt,
        facts,
        demand === null ? undefined : { ...demand, side },
      );
      const clockKey = key as CaseClock['key'];
      return schedule === undefined
        ? []
        : [{ type: 'clock_started', clockKey, clock, about, ...schedule } as const];
    },
  );
  return [...events, ...started];
}

function reviseClock(state: CaseState, clock: CaseClock, facts: CaseFacts): CaseEvent[] {
  const { deadline: old } = clock;
  if (!countsWorkingDays(old)) return [];
  const side = sideOfClock(clock, state.homeStation);
  const { onEarlierDueDate: onEarlier, dueAtEndOf } = policyOf(facts, side);
  const revised = reviseDeadline({ old, ...facts[side], dueAtEndOf, onEarlier });
  if (revised.kind === 'uncountable') return [];
  const { standing } = revised;
  const ladder = layOutLadder(clock.clock, standing, facts, owedReply(state, clock));
  const [calendarDueAt, notice] =
    revised.kind === 'unchanged' ? [old.dueAt, null] : [revised.recomputed.dueAt, revised.notice];
  const isSame =
    standing.dueAt === old.dueAt &&
    standing.provisional === old.provisional &&
    // A date that stands against the calendar is told once, not with every later revision.
    calendarDueAt === clock.calendarDueAt &&
    isSameLadder(ladder, clock.ladder);
  if (isSame) return [];
  const move = moved(clock, { deadline: standing, ladder }, 'calendar_revised', calendarDueAt);
  return [{ ...move, notice }];
}

/** The policy that a case is migrated to; a date that people were told is not taken back by it either (§5). */
export function migrateClock(state: CaseState, clock: CaseClock, facts: CaseFacts): CaseEvent[] {
  const owed = owedReply(state, clock);
  const schedule = findSchedule(clock.clock, clock.deadline.startedAt, facts, owed);
  if (schedule === undefined) return [];
  const { onEarlierDueDate } = policyOf(facts, sideOfClock(clock, state.homeStation));
  const { dueAt } = schedule.deadline;
  const stands = dueAt < clock.deadline.dueAt && onEarlierDueDate === 'later_stands';
  const ladder = layOutLadder(clock.clock, clock.deadline, facts, owed);
  return [moved(clock, stands ? { deadline: clock.deadline, ladder } : schedule, 'policy_migrated', dueAt)];
}

function isSameLadder(one: readonly ScheduledRung[], other: readonly ScheduledRung[]): boolean {
  return one.length === other.length && one.every(({ at }, index) => at === other[index]?.at);
}

function moved(
  { key: clockKey, deadline }: CaseClock,
  to: ClockSchedule,
  cause: ClockMove,
  calendarDueAt: Instant,
): CaseEventOf<'clock_moved'> {
  return {
    type: 'clock_moved',
    clockKey,
    deadline: to.deadline,
    ladder: to.ladder,
    cause,
    previousDueAt: deadline.dueAt,
    calendarDueAt,
    notice: null,
  };
}

/** A reply keeps the term and the people of the rung that demanded it. */
function owedReply({ homeStation }: CaseState, clock: CaseClock): OwedReply | undefined {
  const { deadline, ladder } = clock;
  if (clock.clock !== 'reply' || !countsWorkingDays(deadline)) return undefined;
  return {
    withinWorkingDays: deadline.termWorkingDays,
    overdueTo: ladder[0]?.to ?? [],
    side: sideOfClock(clock, homeStation),
  };
}

function findSchedule(
  clock: ClockId,
  startedAt: Instant,
  facts: CaseFacts,
  owed?: OwedReply,
): ClockSchedule | undefined {
  const schedule = orMissing(() => scheduleClock(clock, startedAt, facts, owed));
  return schedule === 'missing' ? undefined : schedule;
}
