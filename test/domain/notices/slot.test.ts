import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { SlotQuestion } from '../../../domain/notices/slot.ts';
import { endOfQuiet, slotFor } from '../../../domain/notices/slot.ts';
import { epochMsOf, instantFromEpochMs, parseInstant } from '../../../domain/time/instant.ts';
import { parseTimeOfDay } from '../../../domain/time/plain-date.ts';

const { quietHours, spreadMinutes } = defaultNoticePolicy;

function slot(at: string, change: Partial<SlotQuestion> = {}): string {
  return slotFor({
    urgency: 'normal',
    at: parseInstant(`${at}+08:00`),
    quietHours,
    officeHours: defaultTimetable,
    spreadMinutes,
    personKey: 'person/1',
    ...change,
  }).slice(0, 16);
}

describe('a notice goes out', () => {
  it('at once in the middle of the day', () => {
    expect(slot('2026-11-25T10:15:00')).toBe('2026-11-25T10:15');
    expect(slot('2026-11-25T07:30:00')).toBe('2026-11-25T07:30');
    expect(slot('2026-11-25T20:59:00')).toBe('2026-11-25T20:59');
  });

  it('in the minutes after the quiet hours in which it arose, before and after midnight', () => {
    expect(slot('2026-11-25T21:00:00')).toMatch(/^2026-11-26T07:3[0-4]/);
    expect(slot('2026-11-25T00:05:00')).toMatch(/^2026-11-25T07:3[0-4]/);
  });

  it('at once when it is urgent, whatever the time', () => {
    expect(slot('2026-11-25T03:00:00', { urgency: 'urgent' })).toBe('2026-11-25T03:00');
    expect(slot('2026-11-25T08:30:00', { urgency: 'urgent' })).toBe('2026-11-25T08:30');
  });

  it('within some minutes when everybody’s notices arise together', () => {
    expect(slot('2026-11-25T08:30:00')).toMatch(/^2026-11-25T08:3[0-4]/);
    expect(slot('2026-11-25T08:29:59')).toBe('2026-11-25T08:29');
    expect(slot('2026-11-25T08:35:00')).toBe('2026-11-25T08:35');
  });
});

const dayMinutes = 24 * 60;

const timeOfDay = fc
  .integer({ min: 0, max: dayMinutes - 1 })
  .map((minute) =>
    parseTimeOfDay(
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    ),
  );

/** Quiet hours anywhere in the day that leave an hour of it. */
const anyQuietHours = fc
  .record({ from: timeOfDay, until: timeOfDay })
  .filter(({ from, until }) => (minutes(from) - minutes(until) + dayMinutes) % dayMinutes >= 60);

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const question: fc.Arbitrary<SlotQuestion> = fc.record({
  urgency: fc.constantFrom('normal', 'urgent'),
  at: fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
    .map((epochMs) => instantFromEpochMs(epochMs)),
  quietHours: anyQuietHours,
  officeHours: timeOfDay.map((start) => ({ start, end: parseTimeOfDay('17:30') })),
  spreadMinutes: fc.integer({ min: 0, max: 60 }),
  personKey: fc.uuid(),
});

describe('whatever the policy and the time', () => {
  it('no notice goes in quiet hours unless it is urgent, and none before it arose', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const at = slotFor(asked);
        expect(at >= asked.at).toBe(true);
        if (asked.urgency === 'urgent') expect(at).toBe(asked.at);
        else expect(endOfQuiet(at, asked.quietHours)).toBeUndefined();
      }),
    );
  });

  it('nobody waits longer than the quiet hours and the spreads at their end and at the opening', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { from, until } = asked.quietHours;
        const quietMinutes = (minutes(until) - minutes(from) + dayMinutes) % dayMinutes;
        const waitedMs = epochMsOf(slotFor(asked)) - epochMsOf(asked.at);
        expect(waitedMs).toBeLessThanOrEqual((quietMinutes + 2 * asked.spreadMinutes) * 60_000);
      }),
    );
  });

  it('the same question has the same answer', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(slotFor({ ...asked })).toBe(slotFor(asked));
      }),
    );
  });
});

it('people are spread evenly over the minutes', () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 2000; n += 1) {
    const minute = slot('2026-11-25T08:30:00', {
      personKey: `person/00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    });
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['30', '31', '32', '33', '34'].map((m) => `2026-11-25T08:${m}`));
  for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(80);
});
