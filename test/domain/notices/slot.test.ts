import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeSeason } from '../../../domain/calendar/office-hours.ts';
import type { DestinationKey } from '../../../domain/notices/destination.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { Reading } from '../../../domain/notices/slot.ts';
import { admittedAt, slotFor } from '../../../domain/notices/slot.ts';
import { addMs, parseInstant } from '../../../domain/time/instant.ts';
import { parseTimeOfDay } from '../../../domain/time/plain-date.ts';
import {
  anyInstant,
  anyReading,
  applicant,
  firstTimeFor,
  mayBeWrittenTo,
  office,
  officeWithoutCalendar,
  plainReading,
} from './readings.ts';

function slot(at: string, change: Partial<Reading> = {}): string {
  return slotFor(parseInstant(`${at}+08:00`), { ...plainReading, ...change }).slice(0, 16);
}

describe('a notice to staff goes out', () => {
  it('at once while their unit works', () => {
    expect(slot('2026-11-25T10:15:00')).toBe('2026-11-25T10:15');
    expect(slot('2026-11-25T17:29:59')).toBe('2026-11-25T17:29');
  });

  it('in the minutes after the next opening when it arises outside office hours', () => {
    expect(slot('2026-11-25T07:45:00')).toMatch(/^2026-11-25T08:3[0-4]/);
    expect(slot('2026-11-25T17:30:00')).toMatch(/^2026-11-26T08:3[0-4]/);
    expect(slot('2026-11-27T18:00:00')).toMatch(/^2026-11-30T08:3[0-4]/);
  });

  it('after a holiday, and on a Saturday that is worked', () => {
    expect(slot('2026-09-30T18:00:00')).toMatch(/^2026-10-08T08:3[0-4]/);
    expect(slot('2026-10-09T18:00:00')).toMatch(/^2026-10-10T08:3[0-4]/);
  });

  it('by the hours of the season', () => {
    const summer: OfficeSeason = {
      ...{ from: '06-01', to: '09-30' },
      ...{ start: parseTimeOfDay('09:30'), end: parseTimeOfDay('19:30') },
    };
    const timetable = { ...office.timetable, seasons: [summer] };
    expect(slot('2026-07-01T08:45:00', { office: { ...office, timetable } })).toMatch(
      /^2026-07-01T09:3[0-4]/,
    );
    expect(slot('2026-07-01T19:00:00', { office: { ...office, timetable } })).toBe('2026-07-01T19:00');
  });

  it('as soon as it is not quiet where nobody has published a calendar, or a province does not want it otherwise', () => {
    const policy = { ...defaultNoticePolicy, staffHours: 'outside_quiet_hours' } as const;
    for (const change of [{ office: officeWithoutCalendar }, { policy }]) {
      expect(slot('2026-11-28T10:15:00', change)).toBe('2026-11-28T10:15');
      expect(slot('2026-11-28T22:15:00', change)).toMatch(/^2026-11-29T07:3[0-4]/);
    }
    // The notice for 2028 is not out.
    expect(slot('2027-12-31T18:00:00')).toBe('2027-12-31T18:00');
  });

  it('at once when it is urgent, whatever the time', () => {
    expect(slot('2026-11-28T03:00:00', { urgency: 'urgent' })).toBe('2026-11-28T03:00');
    expect(slot('2026-11-25T08:30:00', { urgency: 'urgent' })).toBe('2026-11-25T08:30');
  });

  it('within some minutes when everybody’s notices arise together', () => {
    expect(slot('2026-11-25T08:30:00')).toMatch(/^2026-11-25T08:3[0-4]/);
    expect(slot('2026-11-25T08:35:00')).toBe('2026-11-25T08:35');
  });
});

describe('a notice to an applicant goes out', () => {
  const destination = applicant;

  it('at once by day, on a Sunday too', () => {
    expect(slot('2026-11-29T07:30:00', { destination })).toBe('2026-11-29T07:30');
    expect(slot('2026-11-29T20:59:00', { destination })).toBe('2026-11-29T20:59');
  });

  it('in the minutes after the quiet hours in which it arose, before and after midnight', () => {
    expect(slot('2026-11-25T21:00:00', { destination })).toMatch(/^2026-11-26T07:3[0-4]/);
    expect(slot('2026-11-25T00:05:00', { destination })).toMatch(/^2026-11-25T07:3[0-4]/);
  });
});

describe('whoever reads, under whatever policy, at whatever time', () => {
  it('a notice never goes before it arose, nor when its reader may not be disturbed', () => {
    fc.assert(
      fc.property(anyInstant, anyReading, (at, reading) => {
        const slotAt = slotFor(at, reading);
        expect(slotAt >= at).toBe(true);
        if (reading.urgency === 'urgent') expect(slotAt).toBe(at);
        expect(mayBeWrittenTo(slotAt, reading)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('nor later than the next time at which he may, and the spread', () => {
    fc.assert(
      fc.property(anyInstant, anyReading, (at, reading) => {
        const latest = addMs(firstTimeFor(at, reading), reading.policy.spreadMinutes.until * 60_000);
        expect(slotFor(at, reading) <= latest).toBe(true);
        expect(admittedAt(at, reading) <= latest).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a slot is good for an attempt, and the same question has the same answer', () => {
    fc.assert(
      fc.property(anyInstant, anyReading, (at, reading) => {
        const slotAt = slotFor(at, reading);
        expect(admittedAt(slotAt, reading)).toBe(slotAt);
        expect(slotFor(at, { ...reading })).toBe(slotAt);
      }),
    );
  });
});

it('people are spread evenly over the minutes, after those in which what arises gathers', () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 2000; n += 1) {
    const destination = `person/00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as DestinationKey;
    const minute = slot('2026-11-25T08:30:00', { destination });
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['32', '33', '34'].map((m) => `2026-11-25T08:${m}`));
  for (const count of counts.values()) expect(Math.abs(count - 667)).toBeLessThan(133);
});
