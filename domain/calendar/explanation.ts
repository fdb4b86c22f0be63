import type { Instant } from '../time/instant.ts';
import { localDateOf, weekdayTitleOf } from '../time/plain-date.ts';
import type { Deadline, DeadlineDay } from './deadline.ts';
import { dayEndOf, dayEndTitles, dueTimeOf } from './due-instant.ts';

function countingOf(deadline: Deadline, { date, ordinal, reason }: DeadlineDay): string {
  if (date === deadline.dayZero) return '起算当日，不计入';
  if (ordinal === null) return `${reason}，不计入`;
  return reason === '工作日' ? `第${ordinal}个工作日` : `第${ordinal}个工作日（${reason}）`;
}

function dueSentence(dueAt: Instant): string {
  const dueDate = localDateOf(dueAt);
  return `应于${dueDate}（${weekdayTitleOf(dueDate)}）${dueTimeOf(dueAt)}前办结`;
}

/**
 * The explanation of a deadline for people: a line for each date, the due instant, what ends its day, and the notices that
 * decided. Where a later date stands though `calendarDueAt` would be earlier (§5) [policy], it says so.
 */
export function explainDeadline(deadline: Deadline, calendarDueAt: Instant = deadline.dueAt): string[] {
  const due = dueSentence(deadline.dueAt);
  return [
    ...deadline.days.map((day) => `${day.date}（${weekdayTitleOf(day.date)}）${countingOf(deadline, day)}`),
    deadline.provisional ? `${due}（暂定：相关年度放假通知尚未发布，发布后重新计算）` : due,
    ...(calendarDueAt < deadline.dueAt
      ? [`按调整后的规定${dueSentence(calendarDueAt)}；已告知的期限较晚，不予提前，仍按上述期限执行`]
      : []),
    dayEndTitles[dayEndOf(deadline.dueAt)],
    ...deadline.notices.map(({ title }) => `依据：${title}`),
  ];
}
