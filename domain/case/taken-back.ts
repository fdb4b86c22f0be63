import type { CaseClock } from '../clocks/clock.ts';
import type { ClockKey } from '../clocks/clock-id.ts';
import type { RungKey, ScheduledRung } from '../escalation/rung.ts';
import { rungKeyOf } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import type { CaseState } from './state.ts';

/**
 * The rungs that have fired and lose their ground when the clock is laid out anew at an instant: they said that
 * somebody is late who, by a calendar that came after that, is not. A reminder that came early stays what it was.
 */
export function takenBack(clock: CaseClock, ladder: readonly ScheduledRung[], at: Instant): RungKey[] {
  return clock.ladder
    .filter(({ rung, at: firedAt }) => clock.fired.includes(rung) && firedAt >= clock.deadline.dueAt)
    .filter(({ rung }) => ladder.some((step) => step.rung === rung && step.at > at))
    .map((step) => rungKeyOf(clock.key, step));
}

/** What moves the clocks of a case, without the replies that nobody has to give any more. */
export function withoutTakenBack(
  { clocks, escalations }: CaseState,
  events: readonly CaseEvent[],
  at: Instant,
): CaseEvent[] {
  const settled = events.flatMap((event): (ClockKey | null | undefined)[] => {
    const clock = event.type === 'clock_moved' ? clocks[event.clockKey] : undefined;
    if (event.type !== 'clock_moved' || clock === undefined) return [];
    return takenBack(clock, event.ladder, at).map((key) => escalations[key]?.replyClock);
  });
  return events.filter((event) => !('clockKey' in event && settled.includes(event.clockKey)));
}
