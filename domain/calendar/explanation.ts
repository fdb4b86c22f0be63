import { weekdayTitleOf } from '../time/plain-date.ts';
import type { Deadline, DeadlineDay } from './deadline.ts';

function countingOf(deadline: Deadline, { date, ordinal, reason }: DeadlineDay): string {
  if (date === deadline.dayZero) return '起算当日，不计入';
  if (ordinal === null) return `${reason}，不计入`;
  return reason === '工作日' ? `第${ordinal}个工作日` : `第${ordinal}个工作日（${reason}）`;
}

/** The explanation of a deadline for people: a line for each date, the due instant, and the notices that decided. */
export function explainDeadline(deadline: Deadline): string[] {
  const due = `应于${deadline.dueDate}（${weekdayTitleOf(deadline.dueDate)}）${deadline.dueAt.slice(11, 16)}前办结`;
  return [
    ...deadline.days.map((day) => `${day.date}（${weekdayTitleOf(day.date)}）${countingOf(deadline, day)}`),
    deadline.provisional ? `${due}（暂定：相关年度放假通知尚未发布，发布后重新计算）` : due,
    ...deadline.notices.map(({ title }) => `依据：${title}`),
  ];
}
