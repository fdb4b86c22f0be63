import { describe, expect, it } from 'vitest';
import { CalendarMissingError } from '../../../domain/calendar/calendar-missing-error.ts';
import type { OfficeTimetable } from '../../../domain/calendar/office-hours.ts';
import { defaultTimetable, officeHoursOn } from '../../../domain/calendar/office-hours.ts';
import { excerptOf } from '../../../domain/calendar/working-calendar.ts';
import { clockRules } from '../../../domain/clocks/clock.ts';
import type { ClockId } from '../../../domain/clocks/clock-id.ts';
import { clockIds } from '../../../domain/clocks/clock-id.ts';
import { scheduleClock } from '../../../domain/clocks/schedule.ts';
import type { ProvincePolicy } from '../../../domain/policy.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { parsePlainDate, parseTimeOfDay } from '../../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../../domain/units/division-code.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { calendarUntil2026, factsWith, policyWith } from '../case/facts.ts';

const monday = parseInstant('2026-11-02T09:00:00+08:00');

/** Summer hours from May to the end of September, and a winter that passes the turn of the year. */
const seasonal: OfficeTimetable = {
  ...defaultTimetable,
  seasons: [
    { from: '05-01', to: '09-30', start: parseTimeOfDay('08:00'), end: parseTimeOfDay('18:00') },
    { from: '11-05', to: '02-28', start: parseTimeOfDay('09:30'), end: parseTimeOfDay('16:30') },
  ],
};

function told(clock: ClockId, startedAt = monday, facts = factsWith()): string[] {
  const { deadline, ladder } = scheduleClock(clock, startedAt, facts);
  return [
    `due ${deadline.dueAt.slice(0, 16)}`,
    ...ladder.map(({ rung, at }) => `${rung} ${at.slice(0, 16)}`),
  ];
}

describe('the clocks of a case that begin on Monday 2026-11-02 at 09:00', () => {
  const expected: Record<ClockId, string[]> = {
    transmission: [
      'due 2026-11-03T17:30',
      'transmission_overdue 2026-11-03T17:30',
      'transmission_long_overdue 2026-11-05T17:30',
    ],
    receipt: [
      'due 2026-11-03T17:30',
      'receipt_missing 2026-11-03T17:30',
      'receipt_long_missing 2026-11-05T17:30',
    ],
    verification: [
      'due 2026-11-09T17:30',
      'R1 2026-11-03T17:30',
      'R2 2026-11-06T08:30',
      'R3 2026-11-09T08:30',
      'R4 2026-11-09T17:30',
      'R5 2026-11-11T17:30',
      'R6 2026-11-16T17:30',
    ],
    further_verification: [
      'due 2026-11-04T17:30',
      'further_verification_reminder 2026-11-04T08:30',
      'further_verification_overdue 2026-11-04T17:30',
    ],
    assignment: ['due 2026-11-03T17:30', 'assignment_overdue 2026-11-03T17:30'],
    issue: ['due 2026-11-04T17:30', 'issue_overdue 2026-11-04T17:30', 'issue_long_overdue 2026-11-06T17:30'],
    filing_dispatch: [
      'due 2026-11-03T17:30',
      'filing_reminder 2026-11-03T08:30',
      'filing_overdue 2026-11-03T17:30',
    ],
    filing_acknowledgement: ['due 2026-11-09T17:30', 'filing_unacknowledged 2026-11-09T17:30'],
    // A Saturday: 180 calendar days are counted as they come.
    collection: [
      'due 2027-05-01T17:30',
      'collection_reminder 2026-11-17T08:30',
      'collection_second_reminder 2026-12-02T08:30',
      'collection_lapsed 2027-05-01T17:30',
    ],
    reply: ['due 2026-11-03T17:30', 'reply_overdue 2026-11-03T17:30'],
  };

  it.each(clockIds)('%s', (clock) => {
    expect(told(clock)).toEqual(expected[clock]);
  });
});

describe('whose time counts', () => {
  it.each(clockIds.filter((clock) => clock !== 'reply'))(
    '%s: that of the station that has to act',
    (clock) => {
      const short = { ...defaultTimetable, end: parseTimeOfDay('12:00') };
      const { deadline } = scheduleClock(clock, monday, factsWith({ homeTimetable: short }));
      expect(deadline.dueAt.slice(11, 16)).toBe(clockRules[clock].side === 'home' ? '12:00' : '17:30');
    },
  );

  it('is the home station’s for what the home station owes, the accepting station’s for the rest', () => {
    const owedAtHome = clockIds.filter((clock) => clockRules[clock].side === 'home');
    expect(owedAtHome).toEqual([
      'receipt',
      'verification',
      'further_verification',
      'assignment',
      'filing_acknowledgement',
    ]);
  });

  it('holds the holidays of the home station’s region, not the accepting station’s', () => {
    // 广西: 三月三, 2026-04-20 to 04-23.
    const window = { from: parsePlainDate('2026-04-01'), to: parsePlainDate('2026-12-31') };
    const of = (...regions: string[]) =>
      excerptOf(loadPublishedCalendar(), { ...window, regions: regions.map(parseDivisionCode) });
    const facts = factsWith({ calendar: of() });
    const startedAt = parseInstant('2026-04-16T10:00:00+08:00');
    const guangxi = { ...facts, home: { ...facts.home, calendar: of('450000') } };
    expect(told('verification', startedAt, facts)[0]).toBe('due 2026-04-23T17:30');
    expect(told('verification', startedAt, guangxi)[0]).not.toBe('due 2026-04-23T17:30');
    expect(told('issue', startedAt, guangxi)).toEqual(told('issue', startedAt, facts));
  });
});

describe('office hours that change with the season', () => {
  it.each([
    ['the ordinary ones outside every season', '2026-04-30', '08:30', '17:30'],
    ['the summer’s from its first day', '2026-05-01', '08:00', '18:00'],
    ['to its last', '2026-09-30', '08:00', '18:00'],
    ['the winter’s before the turn of the year', '2026-12-31', '09:30', '16:30'],
    ['and after it', '2027-02-28', '09:30', '16:30'],
    ['not on the day after', '2027-03-01', '08:30', '17:30'],
  ])('are %s: %s', (_, date, start, end) => {
    expect(officeHoursOn(seasonal, parsePlainDate(date))).toEqual({ start, end });
  });

  it('are the first season’s where two overlap', () => {
    const [summer, winter] = seasonal.seasons;
    if (summer === undefined || winter === undefined) throw new Error('there are two seasons');
    const both = { ...seasonal, seasons: [summer, { ...winter, from: '05-01', to: '12-31' }] } as const;
    expect(officeHoursOn(both, parsePlainDate('2026-06-01'))).toMatchObject({ start: '08:00' });
  });

  it('hold for each rung on its own day', () => {
    expect(told('verification', monday, factsWith({ homeTimetable: seasonal }))).toEqual([
      'due 2026-11-09T16:30',
      'R1 2026-11-03T17:30',
      'R2 2026-11-06T09:30',
      'R3 2026-11-09T09:30',
      'R4 2026-11-09T16:30',
      'R5 2026-11-11T16:30',
      'R6 2026-11-16T16:30',
    ]);
  });
});

describe('a reply', () => {
  it.each([
    ['home', '12:00'],
    ['accepting', '17:30'],
  ] as const)(
    'has the term and the people of the rung that demands it, the time of its side: %s',
    (side, end) => {
      const overdueTo = [{ kind: 'post', unit: 'home_city', post: 'city_supervisor' }] as const;
      const homeTimetable = { ...defaultTimetable, end: parseTimeOfDay('12:00') };
      const facts = factsWith({ homeTimetable });
      const owed = { withinWorkingDays: 3, overdueTo, side };
      const { deadline, ladder } = scheduleClock('reply', monday, facts, owed);
      expect(deadline.dueAt.slice(11, 16)).toBe(end);
      expect(deadline).toMatchObject({ termWorkingDays: 3, dueDate: '2026-11-05' });
      expect(ladder).toMatchObject([{ rung: 'reply_overdue', to: overdueTo, at: deadline.dueAt }]);
    },
  );
});

describe('a province’s own terms', () => {
  it('set the days and the ladder', () => {
    const policy = policyWith('short', {
      terms: { ...defaultPolicy.terms, verification: { unit: 'days', count: 3 } },
    });
    const facts = factsWith({ policy });
    expect(told('verification', monday, facts)[0]).toBe('due 2026-11-05T17:30');
    expect(told('issue', monday, facts)).toEqual(told('issue'));
  });

  it('of a version that was stored before it could say 24:00 end with the office hours', () => {
    const { dueAtEndOf: _, ...stored } = defaultPolicy;
    const facts = factsWith({ policy: stored as ProvincePolicy });
    expect(clockIds.map((clock) => told(clock, monday, facts))).toEqual(clockIds.map((clock) => told(clock)));
  });
});

describe('a year without a calendar', () => {
  const inDecember = parseInstant('2026-12-28T10:00:00+08:00');
  const facts = factsWith({ calendar: calendarUntil2026 });

  it('lets nobody guess the end of a term', () => {
    expect(() => scheduleClock('verification', inDecember, facts)).toThrow(CalendarMissingError);
  });

  it('leaves out the rungs beyond a known end', () => {
    const startedAt = parseInstant('2026-12-21T10:00:00+08:00');
    expect(told('verification', startedAt, facts)).toEqual([
      'due 2026-12-28T17:30',
      'R1 2026-12-22T17:30',
      'R2 2026-12-25T08:30',
      'R3 2026-12-28T08:30',
      'R4 2026-12-28T17:30',
      'R5 2026-12-30T17:30',
    ]);
  });

  it('does not concern what counts no working days', () => {
    expect(told('collection', inDecember, facts)[0]).toBe('due 2027-06-26T17:30');
  });
});
