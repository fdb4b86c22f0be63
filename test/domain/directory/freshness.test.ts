import { describe, expect, it } from 'vitest';
import { freshnessOn, reviewDirectory } from '../../../domain/directory/freshness.ts';
import { personsByUnit } from '../../../domain/directory/person.ts';
import { qualityOn } from '../../../domain/directory/quality.ts';
import { standingOn } from '../../../domain/directory/standing.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import { getUnit } from '../../../domain/units/unit-tree.ts';
import { county, ended, onLeave, personIn, station, today, tree } from './persons.ts';

const confirmedBefore = (days: number) => ({ lastConfirmedOn: addDays(today, -days) });

describe('an entry that nobody confirms', () => {
  it.each([
    [0, 'fresh'],
    [89, 'fresh'],
    [90, 'reminder_due'],
    [119, 'reminder_due'],
    [120, 'blocked'],
    [200, 'blocked'],
  ] as const)('is after %i days %s', (days, freshness) => {
    const person = personIn('liaison_officer', station, confirmedBefore(days));
    expect(freshnessOn(person, today)).toBe(freshness);
    expect(standingOn(person, today)).toBe(freshness === 'blocked' ? 'unconfirmed' : 'available');
  });

  it('follows the policy of its province', () => {
    const policy = { reminderAfterDays: 10, blockedAfterDays: 20 };
    expect(freshnessOn(personIn('liaison_officer', station, confirmedBefore(20)), today, policy)).toBe(
      'blocked',
    );
  });
});

describe('the review of a directory', () => {
  const units = [getUnit(tree, station), getUnit(tree, county)];
  const review = (persons: ReturnType<typeof personIn>[]) =>
    reviewDirectory({ tree, personsOf: personsByUnit(persons), contactsOf: () => undefined }, units, today);

  it('finds nothing where everybody is there', () => {
    const persons = [
      personIn('liaison_officer'),
      personIn('station_leader'),
      personIn('county_supervisor', county),
    ];
    expect(review(persons)).toEqual({ contacts: [], reminders: [], blocked: [], gaps: [] });
  });

  it('reminds, blocks with whoever is told instead, and finds gaps', () => {
    const stale = personIn('station_leader', station, confirmedBefore(95));
    const blocked = personIn('liaison_officer', station, confirmedBefore(150));
    const deputy = personIn('deputy_liaison_officer');
    const instead = [{ unitCode: station, post: 'deputy_liaison_officer', personId: deputy.id }];
    expect(review([stale, blocked, deputy])).toEqual({
      contacts: [],
      reminders: [stale],
      blocked: [{ person: blocked, instead }],
      gaps: [
        { unitCode: station, post: 'liaison_officer', reason: 'unconfirmed', instead },
        {
          unitCode: county,
          post: 'county_supervisor',
          reason: 'nobody_named',
          instead: [{ unitCode: county, post: 'county_supervisor', personId: null }],
        },
      ],
    });
  });

  it('asks nobody about an entry that has ended or not begun', () => {
    const old = confirmedBefore(150);
    const persons = [
      personIn('liaison_officer', station, { ...ended, ...old }),
      personIn('liaison_officer', station, { ...old, validFrom: addDays(today, 1) }),
    ];
    expect(review(persons)).toMatchObject({ reminders: [], blocked: [] });
  });
});

describe('the quality mark', () => {
  it.each([
    [0, 0, 'reliable'],
    [0, 1, 'doubtful'],
    [0, 3, 'poor'],
    [90, 0, 'doubtful'],
    [120, 0, 'poor'],
    [90, 3, 'poor'],
  ] as const)('%i days unconfirmed and %i calls not answered: %s', (days, calls, mark) => {
    expect(qualityOn(personIn('liaison_officer', station, confirmedBefore(days)), today, calls)).toBe(mark);
  });

  it('is not lowered by leave', () => {
    expect(qualityOn(personIn('liaison_officer', station, onLeave), today, 0)).toBe('reliable');
  });
});
