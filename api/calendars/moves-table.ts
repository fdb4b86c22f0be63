import type { DeadlineMove } from '../../domain/calendar/revision-impact.ts';
import { moveDirectionTitles } from '../../domain/calendar/revision-impact.ts';
import { clockIdOf } from '../../domain/clocks/clock-id.ts';
import { clockRules } from '../../domain/clocks/clock.ts';
import { csvOf } from '../../platform/csv.ts';

const head = ['申请件编号', '期限', '期限键', '变动', '日数', '现期限', '按新日历', '将执行'];

/** Every deadline that a calendar would move, for people who open it in a spreadsheet. */
export function movesTable(moved: readonly DeadlineMove[]): string {
  return csvOf([head, ...moved.map(rowOf)]);
}

function rowOf(move: DeadlineMove): string[] {
  const { caseNo, clockKey, direction, days, dueDate, calendarDueDate, standingDueDate } = move;
  return [
    caseNo,
    clockRules[clockIdOf(clockKey)].title,
    clockKey,
    moveDirectionTitles[direction],
    String(days),
    dueDate ?? '待日历发布',
    calendarDueDate ?? '',
    standingDueDate ?? '',
  ];
}
