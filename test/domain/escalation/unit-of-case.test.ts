import { describe, expect, it } from 'vitest';
import { rungUnits } from '../../../domain/escalation/rung.ts';
import { unitOfCase } from '../../../domain/escalation/unit-of-case.ts';
import { buildUnitTree } from '../../../domain/units/unit-tree.ts';
import { unitCode, units } from '../units/units.ts';

const tree = buildUnitTree(units);
const stations = {
  acceptingStation: unitCode('310110110001'),
  homeStation: unitCode('520103110001'),
  furtherStation: unitCode('520103110002'),
};

describe('the units of a case', () => {
  it('are those above its stations; where a level is left out the next one up answers', () => {
    const found = rungUnits.map((unit) => [unit, unitOfCase(tree, stations, unit)]);
    expect(Object.fromEntries(found)).toEqual({
      accepting_station: unitCode('310110110001'),
      accepting_county: unitCode('310110'),
      // 上海 has no cities.
      accepting_city: unitCode('31'),
      accepting_province: unitCode('31'),
      home_station: unitCode('520103110001'),
      home_county: unitCode('520103'),
      home_city: unitCode('5201'),
      home_province: unitCode('52'),
      further_station: unitCode('520103110002'),
      further_county: unitCode('520103'),
      further_city: unitCode('5201'),
      further_province: unitCode('52'),
    });
  });

  it('know no further station where none was asked', () => {
    const asked = { ...stations, furtherStation: null };
    expect(() => unitOfCase(tree, asked, 'further_county')).toThrow('no further station');
  });

  it('take a county for the home station until it has assigned one', () => {
    const atTheCounty = { ...stations, homeStation: unitCode('520103') };
    expect(unitOfCase(tree, atTheCounty, 'home_station')).toBe(unitCode('520103'));
    expect(unitOfCase(tree, atTheCounty, 'home_county')).toBe(unitCode('520103'));
    expect(unitOfCase(tree, atTheCounty, 'home_city')).toBe(unitCode('5201'));
  });
});
