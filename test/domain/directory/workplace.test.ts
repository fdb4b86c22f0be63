import { describe, expect, it } from 'vitest';
import type { Post } from '../../../domain/directory/post.ts';
import { inboxOn, stationAtWork } from '../../../domain/directory/workplace.ts';
import { seatInCase } from '../../../domain/escalation/unit-of-case.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { unitCode } from '../units/units.ts';
import { city, county, otherStation, station, today, tree } from './persons.ts';

const elsewhere = unitCode('310110110001');
const merged = { succession: { successor: otherStation, since: today }, closure: null };
const shut = (alternative: UnitCode | null) => ({
  succession: null,
  closure: { from: today, to: today, alternative },
});

/** The directory with something said of {@link station} only, unless of others too. */
function workplaces(of: typeof merged | ReturnType<typeof shut>, others: Record<string, typeof of> = {}) {
  return { tree, contactsOf: (code: UnitCode) => (code === station ? of : others[code]) };
}

const inboxOf = (post: Post, at: ReturnType<typeof workplaces>, day = today) => {
  const seat = inboxOn(at, { unitCode: station, post }, day);
  return `${seat.unitCode} ${seat.post}`;
};

describe('a notice to a station', () => {
  it('lands at its successor from the day of the merger on', () => {
    const at = workplaces(merged);
    expect(inboxOf('window_officer', at, addDays(today, -1))).toBe(`${station} window_officer`);
    expect(inboxOf('window_officer', at)).toBe(`${otherStation} window_officer`);
    expect(stationAtWork(at, station, today)).toBe(otherStation);
  });

  it('lands where the work of a shut office is done meanwhile, and at nobody above it', () => {
    const at = workplaces(shut(otherStation));
    expect(inboxOf('liaison_officer', at)).toBe(`${otherStation} liaison_officer`);
    expect(inboxOf('liaison_officer', at, addDays(today, 1))).toBe(`${station} liaison_officer`);
  });

  it('lands at the county where nobody does it', () => {
    for (const post of ['liaison_officer', 'window_officer', 'station_leader'] as const) {
      expect(inboxOf(post, workplaces(shut(null)))).toBe(`${county} county_supervisor`);
    }
    // Two shut offices that name each other do none of each other's work.
    const both = workplaces(shut(otherStation), { [otherStation]: shut(station) });
    expect(inboxOf('liaison_officer', both)).toBe(`${county} county_supervisor`);
  });

  it('that left the tree goes where it was written', () => {
    const gone = unitCode('990000110001');
    expect(stationAtWork(workplaces(merged), gone, today)).toBe(gone);
  });
});

it('whoever stands above the successor supervises the case of a merged station', () => {
  const stations = { acceptingStation: elsewhere, homeStation: station, furtherStation: null };
  const at = workplaces({ succession: { successor: elsewhere, since: today }, closure: null });
  const supervisorOn = (day: typeof today) =>
    seatInCase(at, stations, { kind: 'post', unit: 'home_city', post: 'city_supervisor' }, day).unitCode;
  expect(supervisorOn(addDays(today, -1))).toBe(city);
  expect(supervisorOn(today)).toBe(unitCode('31'));
});
