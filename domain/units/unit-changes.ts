import type { Keeper } from '../directory/maintainers.ts';
import type { Unit, UnitCode } from './unit.ts';
import { unitLevelTitles } from './unit.ts';
import type { UnitFinding, UnitPlace } from './unit-checks.ts';
import { checkUnits } from './unit-checks.ts';
import type { UnitContent } from './unit-content.ts';
import { mayKeepUnit } from './unit-keepers.ts';
import { findUnitNameFault, unitNameFaultSentences } from './unit-name.ts';

/** Something that cannot be in a unit that is to be entered, at the field that has to be changed. */
export interface UnitFault {
  readonly unit: UnitCode;
  readonly field: Exclude<keyof UnitContent, 'region'>;
  readonly code: string;
  readonly message: string;
}

/** What units that are to be entered are judged by. */
export interface UnitChangeContext {
  readonly stored: ReadonlyMap<UnitCode, Unit>;
  /** Units that have had cases. */
  readonly withCases: ReadonlySet<UnitCode>;
  readonly keeper: Keeper;
}

/**
 * Everything that cannot be once some units are entered: in each by itself, in the tree that they would make, and what
 * is not this person's to change. Warnings hold nobody up.
 */
export function checkUnitChanges(
  changes: readonly UnitContent[],
  { stored, withCases, keeper }: UnitChangeContext,
): { faults: UnitFault[]; warnings: readonly UnitFinding[] } {
  const changed = new Map(changes.map((change) => [change.code, change]));
  const after = new Map<UnitCode, UnitPlace>([...stored, ...changed]);
  const { faults: inTree, warnings } = checkUnits([...after.values()]);
  const faults = changes.flatMap((unit) => {
    const before = stored.get(unit.code);
    const found: (Omit<UnitFault, 'unit'> | false)[] = [
      ...ownFaults(unit),
      before !== undefined &&
        before.level !== unit.level &&
        withCases.has(unit.code) && {
          field: 'level',
          code: 'level_fixed',
          message: `该单位已办理过申请件，级别不能再改（现为${unitLevelTitles[before.level]}）。`,
        },
      before !== undefined &&
        !mayKeepUnit(stored, keeper, before, 'known') && {
          ...{ field: 'code', code: 'unit_not_allowed' },
          message: '该单位由其上级单位维护，不在您的维护范围内。',
        },
      !mayKeepUnit(after, keeper, unit, before === undefined ? 'new' : 'known') && {
        ...{ field: 'parentCode', code: 'unit_not_allowed' },
        message: '上级单位不在您的维护范围内。',
      },
    ];
    return found.flatMap((fault) => (fault === false ? [] : [{ unit: unit.code, ...fault }]));
  });
  const misplaced = inTree.flatMap((finding) => placeFault(finding, after, changed));
  // A unit that no longer stands above those below it is told so once, not for each of them.
  const once = new Map(misplaced.map((fault) => [`${fault.unit} ${fault.field}`, fault]));
  return {
    faults: [...faults, ...once.values()],
    warnings: warnings.filter(({ unit }) => changed.has(unit)),
  };
}

function ownFaults({ name, level, address, telephone }: UnitContent): Omit<UnitFault, 'unit'>[] {
  const nameFault = findUnitNameFault(name);
  const atStation = (['address', 'telephone'] as const).flatMap((field) => {
    const value = { address, telephone }[field];
    if (level === 'station' && value === null) {
      return [{ field, code: 'missing', message: '派出所应填写地址和电话，供群众前往和联系。' }];
    }
    if (level !== 'station' && value !== null) {
      return [{ field, code: 'station_only', message: '只有派出所填写地址和电话，请留空。' }];
    }
    return [];
  });
  return nameFault === undefined
    ? atStation
    : [{ field: 'name', code: nameFault, message: unitNameFaultSentences[nameFault] }, ...atStation];
}

/** Where a fault of the tree is to be mended: in the unit itself, or in the one above it that was changed. */
function placeFault(
  { unit, code, message }: UnitFinding,
  after: ReadonlyMap<UnitCode, UnitPlace>,
  changed: ReadonlyMap<UnitCode, UnitContent>,
): UnitFault[] {
  const sentence = `${message}。`;
  if (changed.has(unit)) return [{ unit, field: 'parentCode', code, message: sentence }];
  const parentCode = after.get(unit)?.parentCode ?? null;
  return parentCode !== null && changed.has(parentCode)
    ? [{ unit: parentCode, field: 'level', code, message: sentence }]
    : [];
}
