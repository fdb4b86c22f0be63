import type { DivisionCode } from './division-code.ts';
import type { ProvinceUnit, Unit, UnitCode, UnitLevel } from './unit.ts';
import { unitLevels } from './unit.ts';
import type { UnitFinding } from './unit-checks.ts';
import { checkUnits } from './unit-checks.ts';

declare const unitTreeBrand: unique symbol;

/** Units whose parents all exist and stand higher; made by `buildUnitTree` only. */
export type UnitTree = ReadonlyMap<UnitCode, Unit> & { readonly [unitTreeBrand]: true };

/** The units do not make a tree; nothing can be accepted until an administrator corrects them. */
export class UnitTreeError extends Error {
  readonly faults: readonly UnitFinding[];

  constructor(faults: readonly UnitFinding[]) {
    super(`单位目录有误，请更正后重新导入：${faults.map(({ message }) => message).join('；')}`);
    this.name = 'UnitTreeError';
    this.faults = faults;
  }
}

/**
 * Makes the tree station → county → city → province.
 * @throws {UnitTreeError} with every fault.
 */
export function buildUnitTree(units: readonly Unit[]): UnitTree {
  const { faults } = checkUnits(units);
  if (faults.length > 0) throw new UnitTreeError(faults);
  return new Map(units.map((unit) => [unit.code, unit])) as unknown as UnitTree;
}

/**
 * The unit with a code.
 * @throws {RangeError} when the tree has none; ask `tree.get` where that may be.
 */
export function getUnit(tree: UnitTree, code: UnitCode): Unit {
  const unit = tree.get(code);
  if (!unit) throw new RangeError(`no unit ${code} in the tree`);
  return unit;
}

/** The unit and all above it, up to the province. */
export function pathOf(tree: UnitTree, code: UnitCode): readonly [Unit, ...Unit[]] {
  const unit = getUnit(tree, code);
  return unit.parentCode === null ? [unit] : [unit, ...pathOf(tree, unit.parentCode)];
}

/** The units above one, nearest first. */
export function ancestorsOf(tree: UnitTree, code: UnitCode): readonly Unit[] {
  return pathOf(tree, code).slice(1);
}

/**
 * The unit of a level above another, or that one itself. Trees leave levels out (a station directly below a city, a
 * municipality without cities): then the nearest one higher up answers.
 */
export function unitOfLevel(tree: UnitTree, code: UnitCode, level: UnitLevel): Unit {
  const path = pathOf(tree, code);
  // The path leads from small to large, the levels from large to small.
  const wanted = unitLevels.indexOf(level);
  return path.find((unit) => unitLevels.indexOf(unit.level) <= wanted) ?? path[0];
}

/** The province of a unit by the tree: never by the prefix of a code or of an identity number (E2). */
export function provinceOf(tree: UnitTree, code: UnitCode): ProvinceUnit {
  const unit = getUnit(tree, code);
  return unit.level === 'province' ? unit : provinceOf(tree, unit.parentCode);
}

/** Whether a unit is the scope or stands below it: what a person of the scope may see (§8). */
export function isWithin(tree: UnitTree, code: UnitCode, scope: UnitCode): boolean {
  return pathOf(tree, code).some((unit) => unit.code === scope);
}

/** The scope and every unit below it; none for a code that the tree lacks. */
export function unitsWithin(tree: UnitTree, scope: UnitCode): UnitCode[] {
  return tree.has(scope) ? [...walkDown(childrenOf(tree), scope)] : [];
}

type Children = ReadonlyMap<UnitCode, readonly UnitCode[]>;

function* walkDown(children: Children, code: UnitCode): Generator<UnitCode> {
  yield code;
  for (const child of children.get(code) ?? []) yield* walkDown(children, child);
}

/** Trees never change, and asking each of 48,000 units for its path took 20 ms of every list of a county. */
const childrenOfTrees = new WeakMap<UnitTree, Children>();

function childrenOf(tree: UnitTree): Children {
  const known = childrenOfTrees.get(tree);
  if (known !== undefined) return known;
  const children = new Map<UnitCode, UnitCode[]>();
  for (const { code, parentCode } of tree.values()) {
    if (parentCode === null) continue;
    const siblings = children.get(parentCode);
    if (siblings === undefined) children.set(parentCode, [code]);
    else siblings.push(code);
  }
  childrenOfTrees.set(tree, children);
  return children;
}

/**
 * The divisions whose calendar overlays hold at a unit: its own and those of the units above it. Whether a corps unit
 * follows 新疆's holidays is therefore said by the region entered for it, not by a rule.
 */
export function regionsOf(tree: UnitTree, code: UnitCode): DivisionCode[] {
  return [...new Set(pathOf(tree, code).map(({ region }) => region))];
}
