import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDay, CalendarYear } from '../../../domain/calendar/calendar-year.ts';
import { deadlineFor } from '../../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import { reviseDeadline } from '../../../domain/calendar/revision.ts';
import { withCalendarFile } from '../../../domain/calendar/revision-impact.ts';
import type { PublishedCalendar } from '../../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { epochMsOf, instantFromEpochMs, parseInstant } from '../../../domain/time/instant.ts';
import { addDays, localDateOf, parsePlainDate } from '../../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { wholeOf } from './calendars.ts';

const published = loadPublishedCalendar();
const thisYear = yearOf(2026);

const instants = fc
  .integer({
    min: epochMsOf(parseInstant('2026-01-01T00:00:00+08:00')),
    max: epochMsOf(parseInstant('2026-12-31T23:59:59+08:00')),
  })
  .map(instantFromEpochMs);
const terms = fc.integer({ min: 1, max: 10 });
const dates = fc.integer({ min: 0, max: 364 }).map((n) => addDays(parsePlainDate('2026-01-01'), n));

function yearOf(year: number): CalendarYear {
  const found = published.years.find((candidate) => candidate.year === year);
  if (found === undefined) throw new Error(`no calendar of ${year}`);
  return found;
}

/** The calendar with these days of 2026 in the place of what was said of them. */
function withDays(days: readonly CalendarDay[]): PublishedCalendar {
  const dated = new Set(days.map(({ date }) => date));
  const others = thisYear.days.filter(({ date }) => !dated.has(date));
  const year = { ...thisYear, days: [...others, ...days] };
  return withCalendarFile(published, { kind: 'national', year }, 'revised');
}

function revise(to: PublishedCalendar, startedAt: Instant, term: number) {
  const count = (calendar: PublishedCalendar) =>
    deadlineFor({
      startedAt,
      termWorkingDays: term,
      calendar: wholeOf(calendar),
      timetable: defaultTimetable,
      dueAtEndOf: 'office_hours',
    });
  const old = count(published);
  return {
    old,
    fresh: count(to),
    revised: reviseDeadline({
      old,
      calendar: wholeOf(to),
      timetable: defaultTimetable,
      dueAtEndOf: 'office_hours',
      onEarlier: 'later_stands',
    }),
  };
}

describe('a revised calendar', () => {
  it('never makes a deadline earlier by adding holidays', () => {
    fc.assert(
      fc.property(instants, terms, fc.uniqueArray(dates, { maxLength: 5 }), (startedAt, term, off) => {
        const to = withDays(off.map((date) => ({ date, name: '临时放假', offDay: true })));
        const { old, revised } = revise(to, startedAt, term);
        expect(revised.kind).not.toBe('earlier');
        expect(revised.standing.dueAt >= old.dueAt).toBe(true);
      }),
    );
  });

  it('never makes a running deadline earlier while the later date stands, whatever it changes', () => {
    const days = fc.uniqueArray(fc.record({ date: dates, name: fc.constant('调整'), offDay: fc.boolean() }), {
      maxLength: 8,
      selector: ({ date }) => date,
    });
    fc.assert(
      fc.property(instants, terms, days, (startedAt, term, changed) => {
        const { old, fresh, revised } = revise(withDays(changed), startedAt, term);
        const later = fresh.dueAt > old.dueAt ? fresh : old;
        expect(revised.standing.dueAt).toBe(later.dueAt);
        expect(revised.kind === 'unchanged').toBe(fresh.dueAt === old.dueAt);
        if ('recomputed' in revised) expect(revised.recomputed).toEqual(fresh);
      }),
    );
  });

  it('does the same when it is applied twice', () => {
    fc.assert(
      fc.property(instants, terms, dates, fc.boolean(), (startedAt, term, date, offDay) => {
        const to = withDays([{ date, name: '调整', offDay }]);
        const { revised } = revise(to, startedAt, term);
        const again = reviseDeadline({
          old: revised.standing,
          calendar: wholeOf(to),
          timetable: defaultTimetable,
          dueAtEndOf: 'office_hours',
          onEarlier: 'later_stands',
        });
        expect(again.standing.dueAt).toBe(revised.standing.dueAt);
      }),
    );
  });

  it('leaves alone what does not touch the term', () => {
    fc.assert(
      fc.property(instants, terms, dates, (startedAt, term, date) => {
        const to = withDays([{ date, name: '临时放假', offDay: true }]);
        const { old, revised } = revise(to, startedAt, term);
        fc.pre(date <= localDateOf(startedAt) || date > old.dueDate);
        expect(revised.kind).toBe('unchanged');
      }),
    );
  });
});
