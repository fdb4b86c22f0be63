import type { Static } from '@fastify/type-provider-typebox';
import { explainDeadline } from '../domain/calendar/explanation.ts';
import { holderTitles } from '../domain/case/holder.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseClock } from '../domain/clocks/clock.ts';
import { clockRules, countsWorkingDays } from '../domain/clocks/clock.ts';
import type { Instant } from '../domain/time/instant.ts';
import { epochMsOf } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { ClocksSchema } from './schemas/case-history.ts';

type ClocksView = Static<typeof ClocksSchema>;

const hourMs = 3_600_000;

/** Every clock that a case ever had, and who held it when. */
export function clocksView(state: CaseState, now: Instant): ClocksView {
  return {
    ageHours: hoursBetween(state.acceptedAt, state.closedAt ?? now),
    clocks: Object.values(state.clocks).map((clock) => clockView(clock, now)),
    custody: state.custody.map(({ holder, from, to }) => ({
      holder,
      holderTitle: holderTitles[holder],
      from,
      to,
      hours: hoursBetween(from, to ?? now),
    })),
  };
}

function clockView(
  { key, clock, deadline, stoppedAt }: CaseClock,
  now: Instant,
): ClocksView['clocks'][number] {
  const { startedAt, dueAt, dueDate } = deadline;
  return {
    key,
    clock,
    title: clockRules[clock].title,
    startedAt,
    dueAt,
    stoppedAt,
    overdue: (stoppedAt ?? now) > dueAt,
    explanation: countsWorkingDays(deadline)
      ? explainDeadline(deadline)
      : [`自${localDateOf(startedAt)}起${deadline.termDays}日，至${dueDate}`],
  };
}

function hoursBetween(from: Instant, to: Instant): number {
  return Math.round(((epochMsOf(to) - epochMsOf(from)) / hourMs) * 100) / 100;
}
