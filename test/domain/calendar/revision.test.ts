import { describe, expect, it } from 'vitest';
import type { CalendarFile } from '../../../domain/calendar/parse-calendar.ts';
import { parseCalendarYear } from '../../../domain/calendar/parse-calendar.ts';
import { deadlineFor } from '../../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import type { RevisedDeadline } from '../../../domain/calendar/revision.ts';
import { reviseDeadline } from '../../../domain/calendar/revision.ts';
import { withCalendarFile } from '../../../domain/calendar/revision-impact.ts';
import type { PublishedCalendar } from '../../../domain/calendar/working-calendar.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { loadPublishedCalendar, readCalendarFile } from '../../../platform/reference-data.ts';
import { listed, wholeOf, yearWith } from './calendars.ts';

const published = loadPublishedCalendar();
const yearFile = (name: string): CalendarFile => ({
  kind: 'national',
  year: parseCalendarYear(readCalendarFile(name)),
});
const before2020 = withCalendarFile(published, yearFile('CN-2020.original.json'), 'before');
const after2020 = withCalendarFile(before2020, yearFile('CN-2020.json'), 'after');

function fiveDays(calendar: PublishedCalendar, receivedAt: string) {
  const startedAt = parseInstant(receivedAt);
  return deadlineFor({
    startedAt,
    termWorkingDays: 5,
    calendar: wholeOf(calendar),
    timetable: defaultTimetable,
    dueAtEndOf: 'office_hours',
  });
}

function revise(
  from: PublishedCalendar,
  to: PublishedCalendar,
  receivedAt: string,
  onEarlier: 'later_stands' | 'calendar_stands' = 'later_stands',
): RevisedDeadline {
  const old = fiveDays(from, receivedAt);
  return reviseDeadline({
    old,
    calendar: wholeOf(to),
    timetable: defaultTimetable,
    dueAtEndOf: 'office_hours',
    onEarlier,
  });
}

describe('reviseDeadline', () => {
  it('moves a deadline over a holiday that was prolonged while it ran, and names the notice', () => {
    const received = '2020-01-22T10:00:00+08:00';
    expect(fiveDays(before2020, received).dueDate).toBe('2020-02-04');
    expect(revise(before2020, after2020, received)).toMatchObject({
      kind: 'later',
      standing: { dueDate: '2020-02-06', calendarVersion: 'after' },
      notice: {
        id: 'CN-2020',
        title: '国务院办公厅关于2020年部分节假日安排的通知（2019-11-21发布，2020-01-27调整）',
      },
    });
  });

  it('lets the later date stand with its own explanation where the calendar’s is earlier', () => {
    const revised = revise(after2020, before2020, '2020-01-22T10:00:00+08:00');
    expect(revised).toMatchObject({
      kind: 'earlier',
      recomputed: { dueDate: '2020-02-04' },
      standing: { dueDate: '2020-02-06', calendarVersion: 'after' },
      notice: { id: 'CN-2020' },
    });
  });

  it('follows the calendar where the policy says so', () => {
    const revised = revise(after2020, before2020, '2020-01-22T10:00:00+08:00', 'calendar_stands');
    expect(revised).toMatchObject({ kind: 'earlier', standing: { dueDate: '2020-02-04' } });
  });

  it('explains an unmoved deadline by the new calendar, no longer provisional', () => {
    const official = yearWith(2027, [listed('2027-01-01', '元旦', 'off')]);
    const to = withCalendarFile(published, { kind: 'national', year: official }, 'official-2027');
    const received = '2026-12-28T10:00:00+08:00';
    expect(fiveDays(published, received).provisional).toBe(true);
    expect(revise(published, to, received)).toMatchObject({
      kind: 'unchanged',
      standing: { provisional: false, calendarVersion: 'official-2027', dueDate: '2027-01-05' },
    });
  });

  it('names the year’s notice when a holiday was dropped and no notice names the day any more', () => {
    const bridge = yearWith(2026, [listed('2026-11-26', '临时放假', 'off')]);
    const from = withCalendarFile(published, { kind: 'national', year: bridge }, 'bridge');
    expect(revise(from, published, '2026-11-25T10:00:00+08:00')).toMatchObject({
      kind: 'earlier',
      notice: { id: 'CN-2026', publishedOn: '2025-11-04' },
    });
  });

  it('leaves a deadline standing that would end in a year without a calendar', () => {
    const days = ['2027-12-29', '2027-12-30', '2027-12-31'].map((date) => listed(date, '放假', 'off'));
    const to = withCalendarFile(published, { kind: 'national', year: yearWith(2027, days) }, 'x');
    const revised = revise(published, to, '2027-12-24T10:00:00+08:00');
    expect(revised).toMatchObject({ kind: 'uncountable', standing: { dueDate: '2027-12-31' } });
  });
});
