import type { CaseClock } from '../clocks/clock.ts';
import type { ClockSchedule } from '../clocks/schedule.ts';
import type { RungKey, ScheduledRung } from '../escalation/rung.ts';
import { rungKeyOf } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import type { CaseState } from './state.ts';

type Escalations = CaseState['escalations'];

/** The rungs that have fired and said that somebody is late; the others only remind. */
export function saidLate(clock: CaseClock): RungKey[] {
  return lateSteps(clock).map((step) => rungKeyOf(clock.key, step));
}

function lateSteps({ ladder, fired, deadline }: CaseClock): ScheduledRung[] {
  return ladder.filter(({ rung, at }) => fired.includes(rung) && at >= deadline.dueAt);
}

/**
 * The rungs that have fired and lose their ground when the clock is laid out anew at an instant: they said that
 * somebody is late who, by a calendar that came after that, is not. A reminder that came early stays what it was.
 */
export function takenBack(clock: CaseClock, to: ClockSchedule, at: Instant): RungKey[] {
  return lateSteps(clock)
    .filter(({ rung }) => {
      // One that has no calendar yet lies behind the due date.
      const next = to.ladder.find((step) => step.rung === rung)?.at ?? to.deadline.dueAt;
      return next > at;
    })
    .map((step) => rungKeyOf(clock.key, step));
}

/** Rungs with those that urged the replies to them, and the replies to these in turn. */
export function withRepliesUrged(escalations: Escalations, keys: readonly RungKey[]): RungKey[] {
  const replyClocks = keys.flatMap((key) => escalations[key]?.replyClock ?? []);
  const urging = Object.values(escalations)
    .map(({ rungKey }) => rungKey)
    .filter((rungKey) => replyClocks.some((clock) => rungKey.startsWith(`${clock}/`)));
  return [...keys, ...(urging.length === 0 ? [] : withRepliesUrged(escalations, urging))];
}

/** What moves the clocks of a case, without the replies that nobody has to give any more. */
export function withoutTakenBack(
  { clocks, escalations }: CaseState,
  events: readonly CaseEvent[],
  at: Instant,
): CaseEvent[] {
  const taken = events.flatMap((event) => {
    const clock = event.type === 'clock_moved' ? clocks[event.clockKey] : undefined;
    return event.type !== 'clock_moved' || clock === undefined ? [] : takenBack(clock, event, at);
  });
  const settled = withRepliesUrged(escalations, taken).map((key) => escalations[key]?.replyClock);
  return events.filter((event) => !('clockKey' in event && settled.includes(event.clockKey)));
}
