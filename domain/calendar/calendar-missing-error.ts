import type { PlainDate } from '../time/plain-date.ts';
import { yearOf } from '../time/plain-date.ts';

/**
 * No calendar says whether the date is worked. Never guessed: a library that answers "a normal weekday" for an
 * unknown year calls 1 January 2027 a working day (§5).
 */
export class CalendarMissingError extends Error {
  readonly code = 'calendar_missing';
  readonly date: PlainDate;

  constructor(date: PlainDate) {
    super(`工作日历不含${date}，无法计算期限；请先导入${yearOf(date)}年度工作日历`);
    this.name = 'CalendarMissingError';
    this.date = date;
  }
}
