import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintAddressee } from '../../../domain/escalation/complaint-addressee.ts';
import { ancestorsOf, buildUnitTree, isWithin, provinceOf } from '../../../domain/units/unit-tree.ts';
import { unit, unitCode, units } from '../units/units.ts';

/** The test tree with neighbours at every level; 遵义 keeps a station without a county. */
const tree = buildUnitTree([
  ...units,
  unit('county', '520102', '5201', '520102'),
  unit('station', '520102110001', '520102', '520102'),
  unit('city', '5203', '52', '520300'),
  unit('station', '520300110001', '5203', '520300'),
  unit('county', '310101', '31', '310101'),
  unit('station', '310101110001', '310101', '310101'),
]);

describe('a complaint follows the tree', () => {
  it.each([
    ['within a county', '520103110001', '520103110002', '520103', 'county_supervisor'],
    ['across counties', '520103110001', '520102110001', '5201', 'city_supervisor'],
    ['across cities', '520103110001', '520300110001', '52', 'province_supervisor'],
    [
      'across counties of a province without cities',
      '310110110001',
      '310101110001',
      '31',
      'province_supervisor',
    ],
    ['about a county that has the case', '520103110001', '520103', '5201', 'city_supervisor'],
    ['across provinces, to that of the other', '520103110001', '310110110001', '31', 'province_supervisor'],
    ['across provinces, the other way', '310110110001', '520103110001', '52', 'province_supervisor'],
  ] as const)('%s', (_, from, about, addressee, post) => {
    expect(complaintAddressee(tree, { from: unitCode(from), about: unitCode(about) })).toEqual({
      unitCode: unitCode(addressee),
      post,
    });
  });

  it('to a unit above the one complained about, and never lower than above both', () => {
    const stations = [...tree.values()].filter(({ level }) => level === 'station').map(({ code }) => code);
    const station = fc.constantFrom(...stations);
    fc.assert(
      fc.property(station, station, (from, about) => {
        const { unitCode: addressee } = complaintAddressee(tree, { from, about });
        const above = ancestorsOf(tree, about).map(({ code }) => code);
        expect(above).toContain(addressee);
        const isShared = provinceOf(tree, from).code === provinceOf(tree, about).code;
        expect(isWithin(tree, from, addressee)).toBe(isShared);
        const lower = above.slice(0, above.indexOf(addressee));
        expect(lower.filter((code) => isWithin(tree, from, code))).toEqual([]);
      }),
    );
  });
});
