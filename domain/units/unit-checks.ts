import type { Unit, UnitCode } from './unit.ts';
import { unitLevels } from './unit.ts';

/** Where a unit stands in the tree. */
export type UnitPlace = Pick<Unit, 'code' | 'name' | 'level'> & { readonly parentCode: UnitCode | null };

export interface UnitFinding {
  readonly unit: UnitCode;
  readonly code:
    'duplicate_code' | 'parent_required' | 'parent_missing' | 'levels_out_of_order' | 'prefix_differs';
  /** For administrators. */
  readonly message: string;
}

export interface UnitFindings {
  /** With a fault there is no tree. */
  readonly faults: readonly UnitFinding[];
  readonly warnings: readonly UnitFinding[];
}

function findFault(unit: UnitPlace, parents: ReadonlyMap<UnitCode, UnitPlace>): UnitFinding | undefined {
  if (unit.parentCode === null) {
    if (unit.level === 'province') return undefined;
    return { unit: unit.code, code: 'parent_required', message: `${unit.name}未填写上级单位` };
  }
  const parent = parents.get(unit.parentCode);
  if (!parent) {
    return {
      unit: unit.code,
      code: 'parent_missing',
      message: `${unit.name}的上级单位${unit.parentCode}不存在`,
    };
  }
  // A municipality has no cities between, a county may stand directly under its province: only the order is fixed.
  if (unitLevels.indexOf(parent.level) >= unitLevels.indexOf(unit.level)) {
    const message = `${unit.name}的上级单位${parent.name}层级不高于本单位`;
    return { unit: unit.code, code: 'levels_out_of_order', message };
  }
  return undefined;
}

/** Digits of a code that name the unit itself: zeros at the end are padding, and a province always has two. */
function prefixOf(unit: UnitPlace): string {
  const lengths = { province: 2, city: 4, county: 6, station: 12 } as const;
  return unit.code.slice(0, lengths[unit.level]);
}

/**
 * Checks units before they become a tree. Every parent exists and is of a higher level, which leaves no room for a
 * cycle. Codes that do not begin like their parent's are a warning only: 659001 stands under no 6590 (§7).
 */
export function checkUnits(units: readonly UnitPlace[]): UnitFindings {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const duplicates = units.filter((unit) => byCode.get(unit.code) !== unit);
  const faults: UnitFinding[] = [
    ...duplicates.map(({ code, name }) => ({
      unit: code,
      code: 'duplicate_code' as const,
      message: `${name}的代码与其他单位重复`,
    })),
    ...units.flatMap((unit) => findFault(unit, byCode) ?? []),
  ];
  const warnings = units.flatMap((unit): UnitFinding[] => {
    const parent = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
    if (!parent || unit.code.startsWith(prefixOf(parent))) return [];
    return [
      { unit: unit.code, code: 'prefix_differs', message: `${unit.name}的代码与上级单位代码前缀不一致` },
    ];
  });
  return { faults, warnings };
}
