import { expect, it } from 'vitest';
import { unitsTakingPart } from '../../../domain/case/taking-part.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { accepted, verifying } from './roads.ts';

const further = parseUnitCode('330102990000');
const elsewhere = parseUnitCode('650102990000');

it('its two stations, those that were asked, and whoever a complaint is addressed to take part in a case', () => {
  const asking = verifying({}, 'KINSHIP').do('request_further_verification', { station: further });
  const { acceptingStation, homeStation } = asking.state;
  expect(unitsTakingPart(asking.state)).toEqual([acceptingStation, homeStation, further]);
  const complained = asking.do('complain', {
    about: homeStation,
    addressee: { unitCode: parseUnitCode('520000000000'), post: 'province_supervisor' },
  });
  expect(unitsTakingPart(complained.state)).toContain('520000000000');
  const rerouted = accepted().do('reroute', { homeStation: elsewhere, homeLevel: 'station' });
  expect(unitsTakingPart(rerouted.state)).toEqual([acceptingStation, elsewhere]);
});
