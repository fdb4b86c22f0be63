import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeTimetable } from '../../../domain/calendar/office-hours.ts';
import { officeHoursOn } from '../../../domain/calendar/office-hours.ts';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { dayOf, excerptOf } from '../../../domain/calendar/working-calendar.ts';
import { clockIds } from '../../../domain/clocks/clock-id.ts';
import type { CaseFacts } from '../../../domain/clocks/facts.ts';
import type { ClockSchedule } from '../../../domain/clocks/schedule.ts';
import { scheduleClock } from '../../../domain/clocks/schedule.ts';
import { addMs, epochMsOf, instantFromEpochMs, parseInstant } from '../../../domain/time/instant.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import {
  addDays,
  endOfDay,
  localDateOf,
  parsePlainDate,
  parseTimeOfDay,
} from '../../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { overlayWith, wholeOf } from '../calendar/calendars.ts';
import { factsWith, policyWith } from '../case/facts.ts';

const published = loadPublishedCalendar();

const clocks = fc.constantFrom(...clockIds);
const instants = fc
  .integer({
    min: epochMsOf(parseInstant('2025-01-02T00:00:00+08:00')),
    max: epochMsOf(parseInstant('2027-05-01T00:00:00+08:00')),
  })
  .map(instantFromEpochMs);

const seasonal: OfficeTimetable = {
  start: parseTimeOfDay('08:30'),
  end: parseTimeOfDay('17:30'),
  seasons: [{ from: '10-01', to: '04-30', start: parseTimeOfDay('10:00'), end: parseTimeOfDay('19:00') }],
};

function factsOn(calendar: WorkingCalendar): CaseFacts {
  return factsWith({ calendar, homeTimetable: seasonal });
}

/** The published calendar and a region's that adds holidays to it. */
function withHolidays(dates: readonly PlainDate[]): WorkingCalendar {
  const byYear = Map.groupBy(dates, (date) => Number(date.slice(0, 4)));
  const overlays = [...byYear].map(([year, days]) =>
    overlayWith(
      '520000',
      year,
      days.map((date) => ({ date, name: '地方节日', offDay: true })),
    ),
  );
  return wholeOf({ ...published, overlays }, '520000');
}

const factsPublished = factsOn(wholeOf(published));
const factsToMidnight = factsWith({
  calendar: wholeOf(published),
  homeTimetable: seasonal,
  policy: policyWith('to-midnight', { dueAtEndOf: 'day' }),
});
const bothFacts = fc.constantFrom(factsPublished, factsToMidnight);

describe('every clock', () => {
  it('has its rungs in the order of its ladder, none before it began or on its first day', () => {
    fc.assert(
      fc.property(clocks, instants, bothFacts, (clock, startedAt, facts) => {
        const { deadline, ladder } = scheduleClock(clock, startedAt, facts);
        const at = ladder.map((rung) => rung.at);
        expect(at).toEqual(at.toSorted());
        expect(new Set(ladder.map(({ rung }) => rung)).size).toBe(ladder.length);
        for (const instant of [deadline.dueAt, ...at]) {
          expect(localDateOf(instant) > localDateOf(startedAt)).toBe(true);
        }
      }),
    );
  });

  it('never has a rung earlier, nor its end, by another holiday', () => {
    const holidays = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(clocks, instants, holidays, (clock, startedAt, distances) => {
        const dates = [...new Set(distances)].map((days) => addDays(localDateOf(startedAt), days));
        const before = scheduleClock(clock, startedAt, factsPublished);
        const after = scheduleClock(clock, startedAt, factsOn(withHolidays(dates)));
        expect(after.deadline.dueAt >= before.deadline.dueAt).toBe(true);
        expect(after.ladder.map(({ rung }) => rung)).toEqual(before.ladder.map(({ rung }) => rung));
        after.ladder.forEach(({ at }, index) => {
          expect(at >= (before.ladder[index]?.at ?? '')).toBe(true);
        });
      }),
    );
  });

  it('that runs to 24:00 ends no rung otherwise than the one of its end, and that with the first instant after it', () => {
    fc.assert(
      fc.property(clocks, instants, (clock, startedAt) => {
        const [byHours, toMidnight] = [factsPublished, factsToMidnight].map((facts) =>
          scheduleClock(clock, startedAt, facts),
        ) as [ClockSchedule, ClockSchedule];
        const { dueDate, dueAt } = toMidnight.deadline;
        expect([dueDate, dueAt]).toEqual([byHours.deadline.dueDate, endOfDay(dueDate)]);
        const moved = byHours.ladder.map((rung) =>
          rung.at === byHours.deadline.dueAt ? { ...rung, at: addMs(dueAt, 1) } : rung,
        );
        expect(toMidnight.ladder).toEqual(moved);
      }),
    );
  });

  it('counts the same on an excerpt as on the whole calendar', () => {
    fc.assert(
      fc.property(clocks, instants, (clock, startedAt) => {
        const from = localDateOf(startedAt);
        const excerpt = excerptOf(published, { from, to: addDays(from, 60), regions: [] });
        expect(scheduleClock(clock, startedAt, factsOn(excerpt))).toEqual(
          scheduleClock(clock, startedAt, factsPublished),
        );
      }),
    );
  });
});

describe('the 5 days', () => {
  it('have their end and every rung on a working day, when the home station opens or closes', () => {
    fc.assert(
      fc.property(instants, (startedAt) => {
        const { ladder } = scheduleClock('verification', startedAt, factsPublished);
        for (const { rung, at } of ladder) {
          const date = localDateOf(at);
          const { start, end } = officeHoursOn(seasonal, date);
          expect(dayOf(factsPublished.home.calendar, date).working).toBe(true);
          expect(at.slice(11, 16)).toBe(rung === 'R2' || rung === 'R3' ? start : end);
        }
      }),
    );
  });

  it('give exactly the working days between the rungs that the ladder says', () => {
    fc.assert(
      fc.property(instants, (startedAt) => {
        const { deadline, ladder } = scheduleClock('verification', startedAt, factsPublished);
        const worked = ladder.map(({ at }) => workingDaysAfter(localDateOf(startedAt), localDateOf(at)));
        expect(worked).toEqual([1, 4, 5, 5, 7, 10]);
        expect(workingDaysAfter(localDateOf(startedAt), deadline.dueDate)).toBe(5);
      }),
    );
  });

  /** Counted the long way round, day by day. */
  function workingDaysAfter(from: PlainDate, to: PlainDate): number {
    let count = 0;
    for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
      if (dayOf(factsPublished.home.calendar, date).working) count += 1;
    }
    return count;
  }
});

it('a season passes the turn of the year for every date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
      const date = addDays(parsePlainDate('2026-01-01'), n);
      const isWinter = date <= '2026-04-30' || date >= '2026-10-01';
      expect(officeHoursOn(seasonal, date).start).toBe(isWinter ? '10:00' : '08:30');
    }),
  );
});
