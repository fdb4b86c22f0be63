import { describe, expect, it } from 'vitest';
import { unitCode } from '../units/units.ts';
import { context, faultsOf } from './applications.ts';

const inXinjiang = { acceptingStation: unitCode('650102110001') };
const atTheCorps = { homeStation: unitCode('660801110001') };

describe('E2 the register is kept in another province', () => {
  it('S08 takes a county for an applicant who knows no station, and nothing above it', () => {
    expect(faultsOf({ homeStation: unitCode('520103') })).toEqual([]);
    for (const above of ['5201', '52']) {
      expect(faultsOf({ homeStation: unitCode(above) })).toEqual([
        'E2 home_station_not_a_station /homeStation',
      ]);
    }
    expect(faultsOf({ homeStation: unitCode('310110') })).toEqual(['E2 same_province /homeStation']);
  });

  it('S19 refuses the same province by the tree, whatever the number begins with', () => {
    // The number of the right application begins with 浙江, the stations are both in 上海.
    expect(faultsOf({ homeStation: context.acceptingStation })).toEqual(['E2 same_province /homeStation']);
  });

  it('S47 takes the corps for a province of its own unless the policy says otherwise', () => {
    expect(faultsOf(atTheCorps, inXinjiang)).toEqual([]);
    const policy = { ...context.policy, xinjiangCorpsIsSeparate: false };
    expect(faultsOf(atTheCorps, { ...inXinjiang, policy })).toEqual(['E2 same_province /homeStation']);
    expect(faultsOf({}, { ...inXinjiang, policy })).toEqual([]);
  });
});
