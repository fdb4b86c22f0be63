import type { Seat } from '../directory/chain.ts';
import { stationOn } from '../directory/station-contacts.ts';
import type { Workplaces } from '../directory/workplace.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode, UnitLevel } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { unitOfLevel } from '../units/unit-tree.ts';
import type { Audience, RungUnit } from './rung.ts';

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

/**
 * The post that a part of a case stands for on a day. Where a station of the case was merged it is its successor that has
 * the case now, and whoever stands above that one who supervises it.
 */
export function seatInCase(
  { tree, contactsOf }: Workplaces,
  { acceptingStation, homeStation }: Stations,
  { unit, post }: Extract<Audience, { kind: 'post' }>,
  day: PlainDate,
): Seat {
  const inForce = (code: UnitCode) => {
    const station = stationOn(code, day, contactsOf);
    return tree.has(station) ? station : code;
  };
  const stations = { acceptingStation: inForce(acceptingStation), homeStation: inForce(homeStation) };
  return { unitCode: unitOfCase(tree, stations, unit), post };
}
