import { describe, expect, it } from 'vitest';
import { mergersOn, stationsServedBy, workplacesOf } from '../../../domain/directory/mergers.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { otherStation, station, today } from './persons.ts';

const last = parseUnitCode('520302970000');
const successions = new Map([
  [station, { successor: otherStation, since: today }],
  [otherStation, { successor: last, since: addDays(today, 30) }],
]);

describe('the work of a merged station', () => {
  it('is done by its successor from that day on, and by that one’s when it is merged in turn', () => {
    const inForce = (days: number) => mergersOn(successions, addDays(today, days)).get(station);
    expect([-1, 0, 29, 30].map(inForce)).toEqual([undefined, otherStation, otherStation, last]);
  });

  it('is done where its own people are, too, and nowhere on the way', () => {
    const mergers = mergersOn(successions, addDays(today, 30));
    expect(workplacesOf([station], mergers)).toEqual([station, last]);
    expect(workplacesOf([last], mergers)).toEqual([last]);
  });

  it('is served by the last successor, with its own', () => {
    const served = (days: number) =>
      stationsServedBy(otherStation, mergersOn(successions, addDays(today, days)));
    expect(served(-1)).toEqual([otherStation]);
    expect(served(0)).toEqual([otherStation, station]);
    const mergers = mergersOn(successions, addDays(today, 30));
    expect(stationsServedBy(last, mergers)).toEqual([last, station, otherStation]);
  });

  it('ends where a ring closes that was entered behind the back of the rules', () => {
    const ring = new Map([...successions, [last, { successor: station, since: today }]]);
    expect(mergersOn(ring, addDays(today, 30)).size).toBe(3);
  });
});
