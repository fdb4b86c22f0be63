import type { UnitCode, UnitLevel } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { unitOfLevel } from '../units/unit-tree.ts';
import type { RungUnit } from './rung.ts';

export interface Stations {
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
}

const places = {
  accepting_station: { side: 'acceptingStation', level: 'station' },
  accepting_county: { side: 'acceptingStation', level: 'county' },
  accepting_city: { side: 'acceptingStation', level: 'city' },
  accepting_province: { side: 'acceptingStation', level: 'province' },
  home_station: { side: 'homeStation', level: 'station' },
  home_county: { side: 'homeStation', level: 'county' },
  home_city: { side: 'homeStation', level: 'city' },
  home_province: { side: 'homeStation', level: 'province' },
} as const satisfies Record<RungUnit, { side: keyof Stations; level: UnitLevel }>;

/**
 * The unit that a part of a case stands for, or the nearest above where the tree leaves its level out. A home unit that
 * is a county is its own station until it assigns one.
 */
export function unitOfCase(tree: UnitTree, stations: Stations, unit: RungUnit): UnitCode {
  const { side, level } = places[unit];
  return unitOfLevel(tree, stations[side], level).code;
}
