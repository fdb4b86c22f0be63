import type { Seat } from '../directory/chain.ts';
import type { Workplaces } from '../directory/workplace.ts';
import { stationInCharge } from '../directory/workplace.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode, UnitLevel } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { unitOfLevel } from '../units/unit-tree.ts';
import type { Audience, RungUnit } from './rung.ts';

/** The stations of a case. */
export interface Stations {
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  /** That the home station asked last; null where it asked none. */
  readonly furtherStation: UnitCode | null;
}

/** Every station of the case, the accepting one first. */
export function allStations({ acceptingStation, homeStation, furtherStation }: Stations): UnitCode[] {
  return [acceptingStation, homeStation, ...(furtherStation === null ? [] : [furtherStation])];
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
  further_station: { side: 'furtherStation', level: 'station' },
  further_county: { side: 'furtherStation', level: 'county' },
  further_city: { side: 'furtherStation', level: 'city' },
  further_province: { side: 'furtherStation', level: 'province' },
} as const satisfies Record<RungUnit, { side: keyof Stations; level: UnitLevel }>;

/**
 * The unit that a part of a case stands for, or the nearest above where the tree leaves its level out. A home unit that
 * is a county is its own station until it assigns one.
 * @throws {Error} for a further station where none was asked: only the ladder of that asking names one.
 */
export function unitOfCase(tree: UnitTree, stations: Stations, unit: RungUnit): UnitCode {
  const { side, level } = places[unit];
  const station = stations[side];
  if (station === null) throw new Error('no further station was asked');
  return unitOfLevel(tree, station, level).code;
}

/** The stations that have a case on a day: where one of its own was merged, the successor. */
export function stationsInCharge(
  workplaces: Workplaces,
  { acceptingStation, homeStation, furtherStation }: Stations,
  day: PlainDate,
): Stations {
  return {
    acceptingStation: stationInCharge(workplaces, acceptingStation, day),
    homeStation: stationInCharge(workplaces, homeStation, day),
    furtherStation: furtherStation === null ? null : stationInCharge(workplaces, furtherStation, day),
  };
}

/**
 * The post that a part of a case stands for on a day. Where a station of the case was merged it is its successor that has
 * the case now, and whoever stands above that one who supervises it.
 */
export function seatInCase(
  workplaces: Workplaces,
  stations: Stations,
  { unit, post }: Extract<Audience, { kind: 'post' }>,
  day: PlainDate,
): Seat {
  return { unitCode: unitOfCase(workplaces.tree, stationsInCharge(workplaces, stations, day), unit), post };
}
