import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import type { ProvincePolicy } from '../../domain/policy.ts';
import { builtInPolicies, defaultPolicy, timetableOf } from '../../domain/policy.ts';
import { parseTimeOfDay } from '../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';

describe('the default policy', () => {
  it('has the terms of the procedure', () => {
    const days = (count: number) => ({ unit: 'working_days', count });
    expect(defaultPolicy.terms).toEqual({
      transmission: days(1),
      receipt: days(1),
      verification: days(5),
      further_verification: days(2),
      assignment: days(1),
      issue: days(2),
      filing_dispatch: days(1),
      filing_acknowledgement: days(5),
      collection: { unit: 'days', count: 180 },
      reply: days(1),
    });
  });

  it('lets the clock run on, the later date stand, and the officer reroute twice', () => {
    expect(defaultPolicy).toMatchObject({
      dueAtEndOf: 'office_hours',
      onMaterialsCompleted: 'clock_runs',
      onEarlierDueDate: 'later_stands',
      cases: {
        reroutesWithoutSupervisor: 2,
        answerFreshDays: 30,
        furtherVerificationMatters: ['KINSHIP'],
      },
    });
  });

  it('closes the offices at 17:30', () => {
    expect(timetableOf(defaultPolicy, [])).toEqual({ start: '08:30', end: '17:30', seasons: [] });
  });
});

describe('the policies that are built in', () => {
  const digestOf = ({ version: _, ...contents }: ProvincePolicy) =>
    createHash('sha256').update(canonicalJson(contents)).digest('hex').slice(0, 12);

  it('are what their names have always stood for: running cases carry the name only', () => {
    // Red where a value changed: name the new default anew and keep the former one in `builtInPolicies`. Where a setting
    // was added whose default is what was done before, the name stands and the digest is written anew.
    expect(Object.fromEntries(builtInPolicies.map((policy) => [policy.version, digestOf(policy)]))).toEqual({
      default: '7311bf3a38c7',
    });
  });

  it('have a name each, the default among them', () => {
    expect(builtInPolicies).toContain(defaultPolicy);
    expect(new Set(builtInPolicies.map(({ version }) => version)).size).toBe(builtInPolicies.length);
  });
});

describe('the office hours of a place', () => {
  const province = parseDivisionCode('650000');
  const city = parseDivisionCode('650100');
  const county = parseDivisionCode('650102');
  const open = (start: string) => ({ ...defaultTimetable, start: parseTimeOfDay(start) });
  const policy: ProvincePolicy = {
    ...defaultPolicy,
    timetables: {
      ordinary: open('09:00'),
      regions: { [province]: open('10:00'), [county]: open('10:30') },
    },
  };

  it.each([
    ['those of the smallest region that has its own', [county, city, province], '10:30'],
    ['those of the region above where it has none', [city, province], '10:00'],
    ['the province’s ordinary ones elsewhere', [parseDivisionCode('520100')], '09:00'],
  ])('are %s', (_, regions, start) => {
    expect(timetableOf(policy, regions).start).toBe(start);
  });
});
