import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import type { Succession } from './station-contacts.ts';
import { stationInForce } from './station-contacts.ts';

/** Stations that were merged, each with the one that does its work. */
export type Mergers = ReadonlyMap<UnitCode, UnitCode>;

/** The mergers that are in force on a day, over however many steps. */
export function mergersOn(successions: ReadonlyMap<UnitCode, Succession>, day: PlainDate): Mergers {
  const inForce = [...successions.keys()].map(
    (station) => [station, stationInForce(station, day, (code) => successions.get(code) ?? null)] as const,
  );
  return new Map(inForce.filter(([station, successor]) => successor !== station));
}

/**
 * Where the people work who act for some stations: there, and where their work went when they were merged, so that no
 * open case is stranded (四(二)). The old station stays: accounts may bear its code for a while.
 */
export function workplacesOf(stations: readonly UnitCode[], mergers: Mergers): UnitCode[] {
  return stations.flatMap((station) => {
    const successor = mergers.get(station);
    return successor === undefined ? [station] : [station, successor];
  });
}

/** The stations whose work is done at a unit: itself, and those that were merged into it. */
export function stationsServedBy(unitCode: UnitCode, mergers: Mergers): UnitCode[] {
  const merged = [...mergers].flatMap(([station, successor]) => (successor === unitCode ? [station] : []));
  return [unitCode, ...merged];
}

/** What somebody is told who chose a merged station from memory. */
export function mergedSentence(tree: UnitTree, successor: UnitCode): string {
  return `该派出所已撤并，由${tree.get(successor)?.name ?? successor}（${successor}）承接`;
}
