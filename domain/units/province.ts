import type { DivisionCode } from './division-code.ts';
import { parseDivisionCode } from './division-code.ts';
import type { UnitCode } from './unit.ts';
import type { UnitTree } from './unit-tree.ts';
import { provinceOf } from './unit-tree.ts';

/** How 新疆 and 兵团 stand to each other [policy]. */
export interface CorpsPolicy {
  /** The plan lists the corps beside the provinces [三(三)]. */
  readonly xinjiangCorpsIsSeparate: boolean;
  /** Region of the corps' top unit. Not in GB/T 2260 and confirmed by no source: a placeholder to be set. */
  readonly corpsRegion: DivisionCode;
}

export const defaultCorpsPolicy: CorpsPolicy = {
  xinjiangCorpsIsSeparate: true,
  corpsRegion: parseDivisionCode('660000'),
};

const xinjiangRegion = parseDivisionCode('650000');

/** Whether two units belong to one province, which puts a case between them into another lane (E2). */
export function isSameProvince(tree: UnitTree, one: UnitCode, other: UnitCode, policy: CorpsPolicy): boolean {
  const [first, second] = [provinceOf(tree, one), provinceOf(tree, other)];
  if (first.code === second.code) return true;
  if (policy.xinjiangCorpsIsSeparate) return false;
  const regions = [first.region, second.region];
  return regions.includes(policy.corpsRegion) && regions.includes(xinjiangRegion);
}
