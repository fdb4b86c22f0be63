import { describe, expect, it } from 'vitest';
import { defaultCorpsPolicy, isSameProvince } from '../../../domain/units/province.ts';
import { isUnitCode, parseUnitCode } from '../../../domain/units/unit.ts';
import { checkUnits } from '../../../domain/units/unit-checks.ts';
import {
  UnitTreeError,
  ancestorsOf,
  buildUnitTree,
  getUnit,
  isWithin,
  pathOf,
  provinceOf,
  regionsOf,
} from '../../../domain/units/unit-tree.ts';
import { unit, unitCode, units } from './units.ts';

const tree = buildUnitTree(units);
const guizhouStation = unitCode('520103110001');
const shanghaiStation = unitCode('310110110001');
const xinjiangStation = unitCode('650102110001');
const corpsStation = unitCode('660801110001');

describe('the unit tree', () => {
  it('walks from a station to its province, with or without a city between', () => {
    expect(pathOf(tree, guizhouStation).map(({ level }) => level)).toEqual([
      'station',
      'county',
      'city',
      'province',
    ]);
    expect(ancestorsOf(tree, shanghaiStation).map(({ level }) => level)).toEqual(['county', 'province']);
    expect(provinceOf(tree, guizhouStation).code).toBe(unitCode('52'));
    expect(regionsOf(tree, guizhouStation)).toEqual(['520103', '520100', '520000']);
  });

  it('puts a unit within itself and what is above it, and nothing else', () => {
    expect(isWithin(tree, guizhouStation, guizhouStation)).toBe(true);
    expect(isWithin(tree, guizhouStation, unitCode('5201'))).toBe(true);
    expect(isWithin(tree, unitCode('5201'), guizhouStation)).toBe(false);
    expect(isWithin(tree, guizhouStation, unitCode('31'))).toBe(false);
  });

  it('refuses a unit that it does not have', () => {
    expect(() => getUnit(tree, unitCode('99'))).toThrow(RangeError);
  });

  it('takes 新疆 and 兵团 for two provinces unless the policy says one', () => {
    const one = { ...defaultCorpsPolicy, xinjiangCorpsIsSeparate: false };
    expect(isSameProvince(tree, xinjiangStation, corpsStation, defaultCorpsPolicy)).toBe(false);
    expect(isSameProvince(tree, xinjiangStation, corpsStation, one)).toBe(true);
    expect(isSameProvince(tree, guizhouStation, corpsStation, one)).toBe(false);
    expect(isSameProvince(tree, guizhouStation, unitCode('520103110002'), defaultCorpsPolicy)).toBe(true);
  });
});

describe('checkUnits', () => {
  const county = unit('county', '520103', '5201', '520103');
  const codesOf = (list: Parameters<typeof checkUnits>[0]) => checkUnits(list).faults.map(({ code }) => code);

  it('finds nothing wrong with the test tree', () => {
    expect(checkUnits(units)).toEqual({ faults: [], warnings: [] });
  });

  it('finds a missing parent, a repeated code and levels out of order', () => {
    expect(codesOf([county])).toEqual(['parent_missing']);
    expect(codesOf([...units, county])).toEqual(['duplicate_code']);
    expect(codesOf([...units, unit('city', '520199', '520103', '520103')])).toEqual(['levels_out_of_order']);
  });

  it('leaves no room for a cycle', () => {
    const cycle = [unit('county', '11', '12', '110000'), unit('county', '12', '11', '120000')];
    expect(codesOf(cycle)).toEqual(['levels_out_of_order', 'levels_out_of_order']);
    expect(() => buildUnitTree(cycle)).toThrow(UnitTreeError);
  });

  it('only warns of a code that does not begin like its parent', () => {
    const moved = unit('station', '520199110001', '520103', '520103');
    expect(checkUnits([...units, moved])).toMatchObject({
      faults: [],
      warnings: [{ code: 'prefix_differs' }],
    });
    expect(buildUnitTree([...units, moved]).size).toBe(units.length + 1);
  });
});

describe('unit codes', () => {
  it('have 12 characters 0-9 A-Z', () => {
    expect(isUnitCode('52010311000A')).toBe(true);
    expect(isUnitCode('52010311000a')).toBe(false);
    expect(() => parseUnitCode('520103')).toThrow(RangeError);
  });
});
