import fc from 'fast-check';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

const region = parseDivisionCode('440106');

export const ranks = ['province', 'city', 'county', 'station'] as const;

/** Trees of one to three provinces with whatever below them, levels left out among it. */
export const trees = fc
  .array(fc.record({ level: fc.constantFrom('city', 'county', 'station'), under: fc.nat() }), {
    maxLength: 24,
  })
  .chain((below) => fc.integer({ min: 1, max: 3 }).map((provinces) => treeOf(provinces, below)));

/** Provinces and what stands below them, each under the so-manieth of the units that are higher. */
export function treeOf(
  provinces: number,
  below: readonly { level: string; under: number }[],
): readonly Unit[] {
  const codeOf = (n: number) => parseUnitCode(`X${String(n).padStart(11, '0')}`);
  const units: Unit[] = Array.from({ length: provinces }, (_, n) => ({
    ...{ level: 'province', code: codeOf(n), parentCode: null, name: `测试省${String(n)}`, region },
  }));
  const rank: readonly string[] = ranks;
  for (const { level, under } of below) {
    const parents = units.filter((unit) => rank.indexOf(unit.level) < rank.indexOf(level));
    const parent = parents[under % parents.length];
    if (parent === undefined) continue;
    const own = {
      code: codeOf(units.length),
      parentCode: parent.code,
      name: `测试${String(units.length)}`,
      region,
    };
    units.push(
      level === 'station'
        ? { ...own, level, address: '测试路1号', telephone: '020-00000001' }
        : { ...own, level: level as 'city' | 'county' },
    );
  }
  return units;
}

/** A unit and all whose below it is, nearest first: by the definition, not by the code under test. */
export function wayUp(units: readonly Unit[], from: UnitCode): UnitCode[] {
  const parents = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
  const way: UnitCode[] = [];
  for (let at: UnitCode | null | undefined = from; at != null; at = parents.get(at)) way.push(at);
  return way;
}

/** Whether the parents of one lead to the other. */
export function leadsTo(units: readonly Unit[], from: UnitCode, to: UnitCode): boolean {
  return wayUp(units, from).includes(to);
}
