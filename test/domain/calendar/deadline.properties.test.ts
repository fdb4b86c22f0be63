import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineFor } from '../../../domain/calendar/deadline.ts';
import { dayEndOf, dueTimeOf } from '../../../domain/calendar/due-instant.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, epochMsOf, instantFromEpochMs, parseInstant } from '../../../domain/time/instant.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../../domain/units/division-code.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { overlayWith, wholeOf } from './calendars.ts';

const published = loadPublishedCalendar();
const regions = ['540000', '540100', '450000', '650000'];

const instants = fc
  .integer({
    min: epochMsOf(parseInstant('2014-01-02T00:00:00+08:00')),
    max: epochMsOf(parseInstant('2027-10-01T00:00:00+08:00')),
  })
  .map(instantFromEpochMs);
const terms = fc.integer({ min: 1, max: 15 });

function dueDateOf(calendar: WorkingCalendar, startedAt: Instant, termWorkingDays: number): PlainDate {
  return deadlineFor({
    startedAt,
    termWorkingDays,
    calendar,
    timetable: defaultTimetable,
    dueAtEndOf: 'office_hours',
  }).dueDate;
}

describe('deadlines', () => {
  it('never become earlier by another holiday', () => {
    fc.assert(
      fc.property(instants, terms, fc.integer({ min: 0, max: 30 }), (startedAt, term, distance) => {
        const date = addDays(localDateOf(startedAt), distance);
        const holiday = { date, name: '地方节日', offDay: true };
        const overlay = overlayWith('520000', Number(date.slice(0, 4)), [holiday]);
        const more = { ...published, overlays: [overlay] };
        const before = dueDateOf(wholeOf(published), startedAt, term);
        const after = dueDateOf(wholeOf(more, '520000'), startedAt, term);
        expect(after >= before).toBe(true);
        if (distance === 0) expect(after).toBe(before);
      }),
    );
  });

  it('are the same on an excerpt as on the whole calendar', () => {
    fc.assert(
      fc.property(instants, terms, fc.subarray(regions), (startedAt, term, chosen) => {
        const whole = deadlineFor({
          startedAt,
          termWorkingDays: term,
          calendar: wholeOf(published, ...chosen),
          timetable: defaultTimetable,
          dueAtEndOf: 'office_hours',
        });
        const excerpt = excerptOf(published, {
          from: localDateOf(startedAt),
          to: whole.dueDate,
          regions: chosen.map(parseDivisionCode),
        });
        const again = deadlineFor({
          startedAt,
          termWorkingDays: term,
          calendar: excerpt,
          timetable: defaultTimetable,
          dueAtEndOf: 'office_hours',
        });
        expect(again).toEqual(whole);
      }),
    );
  });

  it('grow with the term, count exactly its days, and fall on a working day', () => {
    fc.assert(
      fc.property(instants, terms, (startedAt, term) => {
        const calendar = wholeOf(published);
        const deadline = deadlineFor({
          startedAt,
          termWorkingDays: term,
          calendar,
          timetable: defaultTimetable,
          dueAtEndOf: 'office_hours',
        });
        const ordinals = deadline.days.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== null);
        expect(ordinals).toEqual(Array.from({ length: term }, (_, index) => index + 1));
        expect(deadline.days.at(-1)).toMatchObject({ date: deadline.dueDate, ordinal: term });
        expect(dueDateOf(calendar, startedAt, term + 1) > deadline.dueDate).toBe(true);
      }),
    );
  });

  it('that run to 24:00 have the same days, and end with the last instant of their last', () => {
    fc.assert(
      fc.property(instants, terms, (startedAt, termWorkingDays) => {
        const input = {
          startedAt,
          termWorkingDays,
          calendar: wholeOf(published),
          timetable: defaultTimetable,
        };
        const { dueAt, ...same } = deadlineFor({ ...input, dueAtEndOf: 'day' });
        const { dueAt: atOfficeHours, ...days } = deadlineFor({ ...input, dueAtEndOf: 'office_hours' });
        expect(same).toEqual(days);
        expect(localDateOf(dueAt)).toBe(same.dueDate);
        expect(addMs(dueAt, 1)).toBe(`${addDays(same.dueDate, 1)}T00:00:00.000+08:00`);
        expect([dueAt, atOfficeHours].map(dayEndOf)).toEqual(['day', 'office_hours']);
        expect([dueAt, atOfficeHours].map(dueTimeOf)).toEqual(['24:00', '17:30']);
      }),
    );
  });

  it('do not depend on the hour of receipt', () => {
    fc.assert(
      fc.property(instants, terms, (startedAt, term) => {
        const midnight = parseInstant(`${localDateOf(startedAt)}T00:00:00+08:00`);
        expect(dueDateOf(wholeOf(published), startedAt, term)).toBe(
          dueDateOf(wholeOf(published), midnight, term),
        );
      }),
    );
  });
});
