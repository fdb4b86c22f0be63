import type { Seat } from '../directory/chain.ts';
import { supervisorPostOf } from '../directory/post.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { ancestorsOf, isWithin, provinceOf } from '../units/unit-tree.ts';

/**
 * Who decides on a complaint of one station about another (§6): whoever supervises the lowest unit above both, within a
 * county the county, across counties the city, across cities the province. Stations of different provinces have none
 * above both: then the province of the station complained about.
 */
export function complaintAddressee(
  tree: UnitTree,
  { from, about }: { readonly from: UnitCode; readonly about: UnitCode },
): Seat {
  const above = ancestorsOf(tree, about).find(({ code }) => isWithin(tree, from, code));
  const { code: unitCode, level } = above ?? provinceOf(tree, about);
  if (level === 'station') throw new Error(`a station stands above ${about}`);
  return { unitCode, post: supervisorPostOf[level] };
}
