import type { UnitCode, UnitLevel } from '../units/unit.ts';

/** A station and the units above it by their levels; a level that the tree leaves out has no unit. */
export type StationPath = Readonly<Record<UnitLevel, UnitCode | null>>;

/** Whether the unit of each level counts a case by its row for this station. */
export type Leading = Readonly<Record<UnitLevel, boolean>>;

/**
 * A case that came to two stations of a unit is one case of the unit: it counts by the first of them, `before` being
 * the paths that stand before this one.
 */
export function leadingOf(path: StationPath, before: readonly StationPath[]): Leading {
  const leads = (level: UnitLevel) =>
    path[level] === null || before.every((other) => other[level] !== path[level]);
  return {
    station: leads('station'),
    county: leads('county'),
    city: leads('city'),
    province: leads('province'),
  };
}
