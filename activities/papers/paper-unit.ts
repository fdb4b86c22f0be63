import type { PaperUnit } from '../../domain/papers/wording.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';

/** A unit as papers show it; only stations are visited and called. */
export function paperUnitOf(tree: UnitTree, code: UnitCode): PaperUnit {
  const unit = getUnit(tree, code);
  if (unit.level !== 'station') return { name: unit.name, address: null, telephone: null };
  return { name: unit.name, address: unit.address, telephone: unit.telephone };
}
