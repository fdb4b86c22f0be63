import { describe, expect, it } from 'vitest';
import { freshnessOn, reviewDirectory } from '../../../domain/directory/freshness.ts';
import { qualityOn } from '../../../domain/directory/quality.ts';
import { defaultFreshnessPolicy, standingOn } from '../../../domain/directory/standing.ts';
import { upkeepOn } from '../../../domain/directory/upkeep.ts';
import { resolveOn } from '../../../domain/directory/recipients.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { getUnit, provinceOf } from '../../../domain/units/unit-tree.ts';
import { unitCode } from '../units/units.ts';
import { county, directoryOf, ended, onLeave, personIn, province, station, today, tree } from './persons.ts';

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
    expect(freshnessOn(person, today, defaultFreshnessPolicy)).toBe(freshness);
    expect(standingOn(person, today, defaultFreshnessPolicy)).toBe(
      freshness === 'blocked' ? 'unconfirmed' : 'available',
    );
  });
});

describe('the review of a directory', () => {
  const units = [getUnit(tree, station), getUnit(tree, county)];
  const review = (persons: ReturnType<typeof personIn>[]) =>
    reviewDirectory(directoryOf(persons), units, today);

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

describe('units of provinces with policies of their own', () => {
  const elsewhere = unitCode('310110110001');
  const strict = { reminderAfterDays: 10, blockedAfterDays: 20 };
  const persons = [station, elsewhere].map((unit) => personIn('liaison_officer', unit, confirmedBefore(20)));
  const directory = {
    ...directoryOf([
      ...persons,
      personIn('station_leader', station, confirmedBefore(12)),
      personIn('station_leader', elsewhere, confirmedBefore(12)),
    ]),
    freshnessOf: (unit: UnitCode) =>
      provinceOf(tree, unit).code === province ? strict : defaultFreshnessPolicy,
  };
  const seat = (unit: UnitCode) => ({ unitCode: unit, post: 'liaison_officer' }) as const;

  it('are believed as long as their own province says', () => {
    const units = [getUnit(tree, station), getUnit(tree, elsewhere)];
    const { reminders, blocked } = reviewDirectory(directory, units, today);
    expect(reminders.map(({ unitCode: unit, post }) => [unit, post])).toEqual([[station, 'station_leader']]);
    expect(blocked.map(({ person }) => person)).toEqual([persons[0]]);
    const toldAt = (unit: UnitCode) =>
      resolveOn(directory, [seat(unit)], today).told.map(({ personId }) => personId);
    expect(toldAt(station)).not.toContain(persons[0]?.id);
    expect(toldAt(elsewhere)).toContain(persons[1]?.id);
  });

  it('are told by when they will be believed no longer', () => {
    const [asked] = upkeepOn(directory, [getUnit(tree, station)], today);
    expect(asked?.text).toContain('满20天将停用');
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
    const person = personIn('liaison_officer', station, confirmedBefore(days));
    expect(qualityOn(person, today, calls, defaultFreshnessPolicy)).toBe(mark);
  });

  it('is not lowered by leave', () => {
    const person = personIn('liaison_officer', station, onLeave);
    expect(qualityOn(person, today, 0, defaultFreshnessPolicy)).toBe('reliable');
  });
});
