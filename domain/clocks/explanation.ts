import { dayEndOf, dayEndTitles } from '../calendar/due-instant.ts';
import { explainDeadline } from '../calendar/explanation.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { CaseClock } from './clock.ts';
import { countsWorkingDays } from './clock.ts';

/** Why a clock ends when it does, line by line. */
export function explainClock({
  deadline,
  calendarDueAt,
}: Pick<CaseClock, 'deadline' | 'calendarDueAt'>): string[] {
  if (countsWorkingDays(deadline)) return explainDeadline(deadline, calendarDueAt);
  const { startedAt, termDays, dueDate, dueAt } = deadline;
  return [`自${localDateOf(startedAt)}起${termDays}日，至${dueDate}`, dayEndTitles[dayEndOf(dueAt)]];
}

/** Why a clock has no end yet. */
export const waitingForCalendar = '相应年度的工作日历尚未发布，期限待日历发布后起算';
