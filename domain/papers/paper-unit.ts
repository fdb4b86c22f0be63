import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { PaperUnit } from './wording.ts';

/** A unit as papers show it; only stations are visited and called. */
export function paperUnitOf(tree: UnitTree, code: UnitCode): PaperUnit {
  const unit = getUnit(tree, code);
  if (unit.level !== 'station') return { name: unit.name, address: null, telephone: null };
  return { name: unit.name, address: unit.address, telephone: unit.telephone };
}
