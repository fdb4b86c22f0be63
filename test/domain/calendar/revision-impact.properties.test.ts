import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDay, CalendarYear } from '../../../domain/calendar/calendar-year.ts';
import type { Deadline } from '../../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import type { OpenDeadline } from '../../../domain/calendar/revision-impact.ts';
import { ImpactTally, withCalendarFile } from '../../../domain/calendar/revision-impact.ts';
import type { PublishedCalendar } from '../../../domain/calendar/working-calendar.ts';
import { reviseClocks } from '../../../domain/case/decisions/clocks.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import { clockKeyOf } from '../../../domain/clocks/clock-id.ts';
import type { CaseClock } from '../../../domain/clocks/clock.ts';
import type { CaseFacts } from '../../../domain/clocks/facts.ts';
import { scheduleClock } from '../../../domain/clocks/schedule.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { epochMsOf, instantFromEpochMs, parseInstant } from '../../../domain/time/instant.ts';
import { addDays, localDateOf, parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { wholeOf } from './calendars.ts';

const published = loadPublishedCalendar();
const { onEarlierDueDate: onEarlier } = defaultPolicy;
const clockKey = clockKeyOf('verification', 1);

function factsOf(calendar: PublishedCalendar): CaseFacts {
  const side = {
    station: parseUnitCode('520302990000'),
    policyVersion: defaultPolicy.version,
    calendar: wholeOf(calendar),
    timetable: defaultTimetable,
  };
  return { accepting: side, home: side, policies: { [defaultPolicy.version]: defaultPolicy } };
}

function yearOf(year: number): CalendarYear {
  const found = published.years.find((candidate) => candidate.year === year);
  if (found === undefined) throw new Error(`no calendar of ${year}`);
  return found;
}

const instants = fc
  .integer({
    min: epochMsOf(parseInstant('2026-08-01T00:00:00+08:00')),
    max: epochMsOf(parseInstant('2026-12-20T00:00:00+08:00')),
  })
  .map(instantFromEpochMs);
const dates = fc.integer({ min: 0, max: 152 }).map((n) => addDays(parsePlainDate('2026-08-01'), n));
const changes = fc.uniqueArray(fc.record({ date: dates, name: fc.constant('调整'), offDay: fc.boolean() }), {
  maxLength: 10,
  selector: ({ date }) => date,
});

function revisedBy(changed: readonly CalendarDay[], version: string): PublishedCalendar {
  const year = yearOf(2026);
  const others = year.days.filter(({ date }) => !changed.some((day) => day.date === date));
  const revised = { ...year, days: [...others, ...changed] };
  return withCalendarFile(published, { kind: 'national', year: revised }, version);
}

/** What a dry run shows of a deadline: old and new date of its move, and the one that would hold. */
function shownOf(
  deadline: Omit<OpenDeadline, 'caseNo' | 'clockKey' | 'regions'>,
  calendar: PublishedCalendar,
) {
  const tally = new ImpactTally(calendar);
  tally.add([{ ...deadline, caseNo: '1' as CaseNo, clockKey, regions: [] }]);
  return tally.impact.moved.map((move) => [move.dueDate, move.calendarDueDate, move.standingDueDate]);
}

function openDeadlineOf({ deadline, calendarDueAt }: CaseClock) {
  const { startedAt, dueDate, termWorkingDays } = deadline as Deadline;
  return { startedAt, termWorkingDays, dueDate, knownCalendarDate: localDateOf(calendarDueAt), onEarlier };
}

it('a dry run shows what a case then does with the calendar, move for move, revision after revision', () => {
  fc.assert(
    fc.property(instants, fc.array(changes, { minLength: 1, maxLength: 3 }), (startedAt, revisions) => {
      const schedule = scheduleClock('verification', startedAt, factsOf(published));
      const calendarDueAt = schedule.deadline.dueAt;
      const begun = {
        key: clockKey,
        clock: 'verification',
        station: null,
        fired: [],
        stoppedAt: null,
        calendarDueAt,
      } as const;
      let clock: CaseClock = { ...begun, ...schedule };
      for (const [n, changed] of revisions.entries()) {
        const revised = revisedBy(changed, `revision ${n}`);
        const state = { clocks: { [clockKey]: clock }, unstartedClocks: {} } as unknown as CaseState;
        const before = clock;
        const done = reviseClocks(state, factsOf(revised)).flatMap((event) => {
          if (event.type !== 'clock_moved') return [];
          clock = {
            ...clock,
            deadline: event.deadline,
            ladder: event.ladder,
            calendarDueAt: event.calendarDueAt,
          };
          const dates = [
            ...[localDateOf(event.previousDueAt), localDateOf(event.calendarDueAt)],
            localDateOf(event.deadline.dueAt),
          ];
          // Otherwise only rungs have moved, or a date is no longer provisional.
          const isMove =
            event.calendarDueAt !== event.previousDueAt && event.calendarDueAt !== before.calendarDueAt;
          return isMove ? [dates] : [];
        });
        expect(shownOf(openDeadlineOf(before), revised)).toEqual(done);
      }
    }),
  );
});

it('a dry run shows what a clock that waits then does with the calendar', () => {
  let begun = 0;
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(2026, 2027),
      (startedAt, term, known) => {
        const years = published.years.filter(({ year }) => year <= known);
        const calendar = { ...published, version: `until ${known}`, years };
        const verification = { unit: 'working_days', count: term } as const;
        const policy = { ...defaultPolicy, terms: { ...defaultPolicy.terms, verification } };
        const facts = { ...factsOf(calendar), policies: { [policy.version]: policy } };
        const waiting = { clock: 'verification', startedAt, about: null, demand: null } as const;
        const state = { clocks: {}, escalations: {}, unstartedClocks: { [clockKey]: waiting } };
        const done = reviseClocks(state as unknown as CaseState, facts).flatMap((event) =>
          event.type === 'clock_started' ? [[null, event.deadline.dueDate, event.deadline.dueDate]] : [],
        );
        begun += done.length;
        const shown = shownOf(
          { startedAt, termWorkingDays: term, dueDate: null, knownCalendarDate: null, onEarlier },
          calendar,
        );
        expect(shown).toEqual(done);
      },
    ),
  );
  expect(begun).toBeGreaterThan(0);
});
