import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import type { Role } from '../../../domain/roles.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { unitLevels } from '../../../domain/units/unit.ts';
import { checkUnitChanges } from '../../../domain/units/unit-changes.ts';
import type { UnitContent } from '../../../domain/units/unit-content.ts';
import { contentOf, isSameUnit, unitFrom } from '../../../domain/units/unit-content.ts';
import { mayKeepUnit } from '../../../domain/units/unit-keepers.ts';
import { findUnitNameFault, maxUnitNameCharacters } from '../../../domain/units/unit-name.ts';
import { buildUnitTree, isWithin } from '../../../domain/units/unit-tree.ts';
import { unit, unitCode, units } from './units.ts';

const tree = buildUnitTree(units);
const stored = new Map(units.map((each) => [each.code, each]));
const county = unitCode('520103');

function faultsOf(
  changes: readonly UnitContent[],
  keeper: Keeper = 'first_load',
  withCases: readonly UnitCode[] = [],
): string[] {
  const { faults } = checkUnitChanges(changes, { stored, withCases: new Set(withCases), keeper });
  return faults.map(({ unit: code, field, code: what }) => `${code.slice(0, 6)} ${field} ${what}`);
}

const officer = (role: Role, code: string): Keeper => ({ roles: [role], unitCode: unitCode(code) });
const newStation = contentOf(unit('station', '520103110003', '520103', '520103'));

describe('a unit that is entered', () => {
  it('tells at once everything that cannot be', () => {
    const wrong = { ...newStation, name: '测试\u2028所', address: null, parentCode: unitCode('99') };
    expect(faultsOf([wrong])).toEqual([
      '520103 name wrong_character',
      '520103 address missing',
      '520103 parentCode parent_missing',
    ]);
    expect(faultsOf([{ ...newStation, level: 'county', parentCode: null }])).toEqual([
      '520103 address station_only',
      '520103 telephone station_only',
      '520103 parentCode parent_required',
    ]);
  });

  it('keeps its level once it has had cases, and always stands above what stands below it', () => {
    const [city] = units.filter(({ code }) => code === unitCode('5201')).map(contentOf);
    const [station] = units.filter(({ code }) => code === unitCode('520103110001')).map(contentOf);
    if (city === undefined || station === undefined) throw new Error('no such unit');
    const relevelled = { ...station, level: 'county', address: null, telephone: null } as const;
    const moved = { ...relevelled, parentCode: unitCode('5201') };
    expect(faultsOf([moved])).toEqual([]);
    expect(faultsOf([moved], 'first_load', [station.code])).toEqual(['520103 level level_fixed']);
    expect(faultsOf([{ ...city, level: 'county' }])).toEqual(['520100 level levels_out_of_order']);
  });

  it('warns of a code that does not begin like its parent, and lets it be', () => {
    const elsewhere = { ...newStation, code: unitCode('990103110003') };
    const { faults, warnings } = checkUnitChanges([elsewhere], {
      ...{ stored, withCases: new Set<UnitCode>(), keeper: 'first_load' },
    });
    expect({ faults, codes: warnings.map(({ code }) => code) }).toEqual({
      faults: [],
      codes: ['prefix_differs'],
    });
  });

  it.each([
    ['a county its stations', 'county_supervisor', '520103', []],
    ['a city the stations of its counties', 'city_supervisor', '5201', []],
    ['a leader nothing', 'station_leader', '520103', ['520103 parentCode unit_not_allowed']],
    ['another county nothing', 'county_supervisor', '310110', ['520103 parentCode unit_not_allowed']],
    [
      'an administrator nothing below the top',
      'system_administrator',
      '52',
      ['520103 parentCode unit_not_allowed'],
    ],
  ] as const)('lets %s', (_, role, code, faults) => {
    expect(faultsOf([newStation], officer(role, code))).toEqual(faults);
  });

  it('is moved only within what somebody keeps, and nobody takes his own unit elsewhere', () => {
    const supervisor = officer('county_supervisor', '520103');
    const taken = contentOf(unit('station', '310110110001', '520103', '310110'));
    expect(faultsOf([taken], supervisor)).toEqual(['310110 code unit_not_allowed']);
    const given = contentOf(unit('station', '520103110001', '310110', '520103'));
    expect(faultsOf([given], supervisor)).toEqual(['520103 parentCode unit_not_allowed']);
    const own = { ...contentOf(unit('county', '520103', '5201', '520103')), name: '测试分局' };
    expect(faultsOf([own], supervisor)).toContain('520103 code unit_not_allowed');
  });

  it('at the top is kept by its own administrator, who may add another', () => {
    const top = { ...contentOf(unit('province', '52', null, '520000')), name: '测试省公安厅' };
    const added = contentOf(unit('province', '99', null, '990000'));
    expect(faultsOf([top, added], officer('system_administrator', '52'))).toEqual([]);
    expect(faultsOf([top], officer('system_administrator', '31'))).not.toEqual([]);
    expect(faultsOf([added], officer('system_administrator', '5201'))).not.toEqual([]);
    expect(faultsOf([top], officer('province_supervisor', '52'))).not.toEqual([]);
  });
});

describe('whoever keeps units', () => {
  it('keeps none but those strictly below his own', () => {
    const codes = [...tree.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (own, other) => {
        const kept = tree.get(other);
        if (kept === undefined) return;
        const isBelow = own !== other && isWithin(tree, other, own);
        const supervisor = { roles: ['city_supervisor'] as const, unitCode: own };
        expect(mayKeepUnit(tree, supervisor, kept, 'known')).toBe(isBelow);
      }),
    );
  });
});

describe('units that were found sound', () => {
  const content: fc.Arbitrary<UnitContent> = fc.record({
    code: fc.constantFrom(...units.map(({ code }) => code), unitCode('990103110003'), unitCode('9901')),
    level: fc.constantFrom(...unitLevels),
    parentCode: fc.constantFrom(null, county, unitCode('52'), unitCode('5201'), unitCode('9901')),
    name: fc.constantFrom('测试单位', '', '坏\u0000名'),
    region: fc.constant(newStation.region),
    address: fc.constantFrom(null, '测试路1号'),
    telephone: fc.constantFrom(null, '000-00000001'),
  });

  it('always make a tree with those that are there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(content, { selector: ({ code }) => code, maxLength: 4 }), (changes) => {
        fc.pre(faultsOf(changes).length === 0);
        const after = new Map([...stored, ...changes.map((each) => [each.code, unitFrom(each)] as const)]);
        expect(buildUnitTree([...after.values()]).size).toBe(after.size);
      }),
    );
  });

  it('are the same again when nothing was changed', () => {
    for (const each of units)
      expect(isSameUnit(contentOf(unitFrom(contentOf(each))), contentOf(each))).toBe(true);
  });
});

describe('the name of a unit', () => {
  it.each([
    ['遵义市公安局红花岗分局桃溪派出所', undefined],
    ['新疆生产建设兵团公安局第八师（石河子）公安局110指挥中心', undefined],
    ['', 'empty'],
    ['测试 派出所', 'wrong_character'],
    ['测试\uE000派出所', 'wrong_character'],
    ['测\uFE00试派出所', 'wrong_character'],
    ['测'.repeat(maxUnitNameCharacters), undefined],
    ['测'.repeat(maxUnitNameCharacters + 1), 'too_long'],
    ['𬍛'.repeat(maxUnitNameCharacters), undefined],
  ])('%j: %s', (name, fault) => {
    expect(findUnitNameFault(name)).toBe(fault);
  });
});
