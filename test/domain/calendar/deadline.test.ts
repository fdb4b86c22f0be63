import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../domain/calendar/deadline.ts';
import { deadlineFor, nthWorkingDay, workingDayAfter } from '../../../domain/calendar/deadline.ts';
import { explainDeadline } from '../../../domain/calendar/explanation.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { endOfDay, parsePlainDate } from '../../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { calendarWith, wholeOf, yearWith } from './calendars.ts';

const calendar = wholeOf(loadPublishedCalendar());

function fiveDaysFrom(receivedAt: string): Deadline {
  return deadlineFor({
    startedAt: parseInstant(receivedAt),
    termWorkingDays: 5,
    calendar,
    timetable: defaultTimetable,
    dueAtEndOf: 'office_hours',
  });
}

describe('deadlineFor', () => {
  it('never counts the day of receipt, at the first minute of a holiday as at the last of a working day', () => {
    expect(fiveDaysFrom('2026-11-25T00:05:00+08:00').dueDate).toBe('2026-12-02');
    expect(fiveDaysFrom('2026-11-25T23:59:59+08:00').dueDate).toBe('2026-12-02');
    expect(fiveDaysFrom('2026-10-01T00:05:00+08:00').days[0]).toMatchObject({ ordinal: null });
  });

  it('takes the day of receipt from the Beijing clock', () => {
    expect(fiveDaysFrom('2026-11-24T16:30:00Z').dayZero).toBe('2026-11-25');
  });

  it('is due at the end of office hours', () => {
    expect(fiveDaysFrom('2026-11-25T09:00:00+08:00').dueAt).toBe('2026-12-02T17:30:00.000+08:00');
  });

  it('explains every date from day 0 to the due date, with each notice once', () => {
    const deadline = fiveDaysFrom('2026-09-30T10:00:00+08:00');
    expect(deadline.days.map(({ date, ordinal }) => [date.slice(5), ordinal])).toEqual([
      ['09-30', null],
      ['10-01', null],
      ['10-02', null],
      ['10-03', null],
      ['10-04', null],
      ['10-05', null],
      ['10-06', null],
      ['10-07', null],
      ['10-08', 1],
      ['10-09', 2],
      ['10-10', 3],
      ['10-11', null],
      ['10-12', 4],
      ['10-13', 5],
    ]);
    expect(deadline.notices.map(({ id }) => id)).toEqual(['CN-2026']);
    expect(JSON.stringify(deadline).length).toBeLessThan(1700);
  });

  it('tells people the same in Chinese', () => {
    const lines = explainDeadline(fiveDaysFrom('2026-09-30T10:00:00+08:00'));
    expect(lines).toContain('2026-09-30（周三）起算当日，不计入');
    expect(lines).toContain('2026-10-01（周四）国庆节放假，不计入');
    expect(lines).toContain('2026-10-10（周六）第3个工作日（国庆节调休上班）');
    expect(lines).toContain('2026-10-13（周二）第5个工作日');
    expect(lines).toContain('应于2026-10-13（周二）17:30前办结');
    expect(lines).toContain('截止时间为最后一日的下班时间');
    expect(lines.at(-1)).toBe('依据：国务院办公厅关于2026年部分节假日安排的通知（2025-11-04发布）');
  });

  it('says 24:00 where its last day runs to midnight', () => {
    const { days, ...ofOfficeHours } = fiveDaysFrom('2026-09-30T10:00:00+08:00');
    const deadline = { ...ofOfficeHours, days, dueAt: endOfDay(ofOfficeHours.dueDate) };
    const lines = explainDeadline(deadline, ofOfficeHours.dueAt);
    expect(lines.slice(days.length, -1)).toEqual([
      '应于2026-10-13（周二）24:00前办结',
      '按调整后的规定应于2026-10-13（周二）17:30前办结；已告知的期限较晚，不予提前，仍按上述期限执行',
      '截止时间为最后一日的24:00',
    ]);
  });

  it('is provisional as soon as a day after day 0 lies in a year without a notice', () => {
    expect(fiveDaysFrom('2026-12-24T10:00:00+08:00').provisional).toBe(false);
    const provisional = fiveDaysFrom('2026-12-25T10:00:00+08:00');
    expect(provisional.provisional).toBe(true);
    expect(explainDeadline(provisional).join('\n')).toContain('暂定');
  });

  it('refuses to count past the last calendar', () => {
    expect(() => fiveDaysFrom('2027-12-28T10:00:00+08:00')).toThrow('请先导入2028年度工作日历');
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses a term of %s working days', (termWorkingDays) => {
    const input = { startedAt: parseInstant('2026-11-25T09:00:00+08:00'), calendar };
    expect(() =>
      deadlineFor({ ...input, termWorkingDays, timetable: defaultTimetable, dueAtEndOf: 'office_hours' }),
    ).toThrow(RangeError);
  });
});

describe('working days one by one', () => {
  it('finds the n-th day of a term', () => {
    const deadline = fiveDaysFrom('2026-09-30T10:00:00+08:00');
    expect(nthWorkingDay(deadline, 4)).toBe('2026-10-12');
    expect(() => nthWorkingDay(deadline, 6)).toThrow(RangeError);
  });

  it('counts from a date that is itself not counted', () => {
    const plain = calendarWith([yearWith(2026)]);
    expect(workingDayAfter(plain, parsePlainDate('2026-11-27'), 1)).toBe('2026-11-30');
    expect(workingDayAfter(plain, parsePlainDate('2026-11-28'), 2)).toBe('2026-12-01');
  });
});
