import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntry } from '../../../domain/directory/entry-checks.ts';
import { isMaintainer, mayMaintain } from '../../../domain/directory/maintainers.ts';
import { isPersonId, parsePersonId } from '../../../domain/directory/person.ts';
import { isPostAt, postRules, posts, requiredPosts } from '../../../domain/directory/post.ts';
import { isSuccessionRing, stationInForce } from '../../../domain/directory/station-contacts.ts';
import { roles } from '../../../domain/roles.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { unitLevels } from '../../../domain/units/unit.ts';
import { unitCode } from '../units/units.ts';
import { city, county, otherStation, personIn, province, station, today, tree } from './persons.ts';

describe('an entry', () => {
  it('is right when everything fits together', () => {
    const absences = [
      { from: addDays(today, 5), to: addDays(today, 9) },
      { from: today, to: addDays(today, 4) },
    ];
    expect(checkEntry(personIn('liaison_officer', station, { absences }), 'station', today)).toEqual([]);
  });

  it('shows all its faults at once, each at its field', () => {
    const person = personIn('county_supervisor', station, {
      name: '甲',
      validUntil: parsePlainDate('2025-12-31'),
      lastConfirmedOn: addDays(today, 1),
      absences: [
        { from: addDays(today, 2), to: today },
        { from: addDays(today, 1), to: addDays(today, 3) },
      ],
    });
    expect(checkEntry(person, 'station', today).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'name wrong_name',
      'post wrong_level',
      'validUntil ends_before_start',
      'lastConfirmedOn in_future',
      'absences absence_reversed',
      'absences absences_overlap',
    ]);
  });

  it('has an id of one form only', () => {
    const { id } = personIn('liaison_officer');
    expect(parsePersonId(id)).toBe(id);
    expect(isPersonId('8B4E07C1-0000-4000-8000-000000000001')).toBe(false);
    expect(() => parsePersonId(`${id} `)).toThrow(RangeError);
  });
});

describe('the table of posts', () => {
  it('requires of a unit only posts that it can have, and leads to an inbox', () => {
    for (const level of unitLevels) {
      for (const post of requiredPosts[level]) expect([level, isPostAt(post, level)]).toEqual([level, true]);
    }
    for (const post of posts) expect(roles).toContain(postRules[post].inbox);
  });
});

describe('who keeps an entry', () => {
  const may = (role: (typeof roles)[number], unit: UnitCode, target: UnitCode) =>
    mayMaintain(tree, { roles: [role], unitCode: unit }, target);

  it('is the station’s leader and every supervisor above, each his part', () => {
    expect(may('station_leader', station, station)).toBe(true);
    expect(may('station_leader', station, otherStation)).toBe(false);
    expect(may('county_supervisor', county, county)).toBe(true);
    expect(may('county_supervisor', county, station)).toBe(true);
    expect(may('county_supervisor', county, city)).toBe(false);
    expect(may('city_supervisor', city, station)).toBe(true);
    expect(may('province_supervisor', province, station)).toBe(true);
    expect(may('province_supervisor', unitCode('31'), station)).toBe(false);
    expect(may('station_leader', county, station)).toBe(false);
    expect(may('province_supervisor', province, unitCode('99'))).toBe(false);
  });

  it('is nobody of another role', () => {
    for (const role of roles) {
      const keeps = ['station_leader', 'county_supervisor', 'city_supervisor', 'province_supervisor'];
      expect(isMaintainer({ roles: [role] })).toBe(keeps.includes(role));
      expect([role, may(role, station, station)]).toEqual([role, keeps.includes(role)]);
    }
  });
});

describe('a merged station (S35)', () => {
  const since = parsePlainDate('2026-07-01');

  it('sends everything to its successor from that day on, over several mergers', () => {
    const third = unitCode('310110110001');
    const successionOf = (unit: UnitCode) =>
      new Map([
        [station, { successor: otherStation, since }],
        [otherStation, { successor: third, since: addDays(since, 10) }],
      ]).get(unit) ?? null;
    expect(stationInForce(station, addDays(since, -1), successionOf)).toBe(station);
    expect(stationInForce(station, since, successionOf)).toBe(otherStation);
    expect(stationInForce(station, addDays(since, 10), successionOf)).toBe(third);
  });

  it('may not be its own successor by a detour; a ring that is there all the same ends', () => {
    const codes = [station, otherStation, unitCode('310110110001')] as const;
    const code = fc.constantFrom(...codes);
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code)), code, code, (pairs, from, to) => {
        const known = new Map(pairs.map(([unit, successor]) => [unit, { successor, since }]));
        const successionOf = (unit: UnitCode) => known.get(unit) ?? null;
        expect(codes).toContain(stationInForce(from, since, successionOf));
        const wouldReturn = isSuccessionRing(from, to, successionOf);
        known.delete(from);
        if (!wouldReturn) expect(stationInForce(to, since, successionOf)).not.toBe(from);
      }),
    );
    expect(isSuccessionRing(station, station, () => null)).toBe(true);
  });
});
