import fc from 'fast-check';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { ranks, treeOf, trees, wayUp } from '../authority/any-tree.ts';

/** A case as far as it says who sees it; days are counted. */
export interface ModelCase {
  readonly no: string;
  readonly takingPart: readonly UnitCode[];
  readonly closedOn: number | null;
}

/** The tree, the mergers and the cases after some changes. */
export interface Model {
  readonly day: number;
  readonly units: readonly Unit[];
  readonly mergers: ReadonlyMap<UnitCode, { readonly successor: UnitCode; readonly since: number }>;
  readonly cases: readonly ModelCase[];
}

/** Who sees each case, by the definition: computed anew from what the model says now. */
export function scopesIn(model: Model): string[] {
  const rows = model.cases.flatMap((each) =>
    each.takingPart
      .flatMap((part) => placesOf(model, part, each.closedOn ?? Infinity))
      .flatMap((place) => wayUp(model.units, place))
      .map((unit) => `${each.no} ${unit}`),
  );
  return [...new Set(rows)].sort();
}

function placesOf({ day, units, mergers }: Model, part: UnitCode, closedOn: number): UnitCode[] {
  const places: UnitCode[] = [];
  for (let at: UnitCode | undefined = part; at !== undefined && !places.includes(at);) {
    places.push(at);
    const merger = mergers.get(at);
    const isInForce: boolean =
      merger !== undefined &&
      merger.since <= Math.min(day, closedOn) &&
      wayUp(units, merger.successor).at(-1) === wayUp(units, at).at(-1);
    at = isInForce ? merger?.successor : undefined;
  }
  return places;
}

/** What may happen; numbers are taken modulo what there is. */
export type Happening =
  | { readonly type: 'accepted' | 'rerouted'; readonly of: number; readonly to: number }
  | { readonly type: 'closed'; readonly of: number }
  | { readonly type: 'moved'; readonly of: number; readonly to: number }
  | { readonly type: 'merged'; readonly of: number; readonly to: number; readonly inDays: number }
  | { readonly type: 'taken_back'; readonly of: number }
  | { readonly type: 'days_passed'; readonly days: number };

const n = fc.nat({ max: 100 });

/** A tree of two stations at least, and whatever happens in it. */
export const courses = fc.record({
  units: trees.filter((units) => stationsOf(units).length > 1),
  happenings: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ type: fc.constant('accepted' as const), of: n, to: n }) },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('rerouted' as const), of: n, to: n }) },
      fc.record({ type: fc.constant('closed' as const), of: n }),
      { weight: 3, arbitrary: fc.record({ type: fc.constant('moved' as const), of: n, to: n }) },
      {
        weight: 4,
        arbitrary: fc.record({
          ...{ type: fc.constant('merged' as const), of: n, to: n },
          inDays: fc.integer({ min: -3, max: 3 }),
        }),
      },
      fc.record({ type: fc.constant('taken_back' as const), of: n }),
      fc.record({ type: fc.constant('days_passed' as const), days: fc.integer({ min: 1, max: 3 }) }),
    ),
    { maxLength: 16 },
  ),
});

/** What chance seldom comes upon: a successor that comes into the province in which it may be one. */
export const throughAnotherProvince = {
  units: treeOf(2, [
    { level: 'station', under: 0 },
    { level: 'station', under: 1 },
  ]),
  happenings: [
    { type: 'accepted', of: 0, to: 2 },
    { type: 'merged', of: 0, to: 1, inDays: 0 },
    { type: 'moved', of: 1, to: 0 },
  ] satisfies Happening[],
};

function stationsOf(units: readonly Unit[]): UnitCode[] {
  return units.filter(({ level }) => level === 'station').map(({ code }) => code);
}

/** What has to be written. */
export type Outcome =
  | { readonly case: ModelCase }
  | { readonly unit: Unit }
  | {
      readonly station: UnitCode;
      readonly merger: { readonly successor: UnitCode; readonly since: number } | null;
    }
  | { readonly day: number };

/** What a happening comes to in a model; null where it cannot be. */
export function outcomeOf(model: Model, happening: Happening): Outcome | null {
  const { units, mergers, cases, day } = model;
  const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
  const stations = stationsOf(units);
  switch (happening.type) {
    case 'accepted': {
      const [accepting, home] = [pick(stations, happening.of), pick(units, happening.to)?.code];
      if (accepting === undefined || home === undefined) return null;
      return { case: { no: '', takingPart: [accepting, home], closedOn: null } };
    }
    case 'rerouted': {
      const [kept, home] = [pick(cases, happening.of), pick(stations, happening.to)];
      if (kept?.takingPart[0] === undefined || home === undefined || kept.closedOn !== null) return null;
      return { case: { ...kept, takingPart: [kept.takingPart[0], home] } };
    }
    case 'closed': {
      const kept = pick(cases, happening.of);
      return kept?.closedOn === null ? { case: { ...kept, closedOn: day } } : null;
    }
    case 'moved': {
      const unit = pick(
        units.filter(({ level }) => level !== 'province'),
        happening.of,
      );
      if (unit === undefined) return null;
      const above = units.filter(({ level }) => ranks.indexOf(level) < ranks.indexOf(unit.level));
      const parentCode = pick(above, happening.to)?.code;
      return parentCode === undefined ? null : { unit: { ...unit, parentCode } as Unit };
    }
    case 'merged': {
      const [station, successor] = [pick(stations, happening.of), pick(stations, happening.to)];
      if (station === undefined || successor === undefined || station === successor) return null;
      return { station, merger: { successor, since: day + happening.inDays } };
    }
    case 'taken_back': {
      const station = pick([...mergers.keys()], happening.of);
      return station === undefined ? null : { station, merger: null };
    }
    case 'days_passed':
      return { day: day + happening.days };
  }
}
