import type { Keeper } from '../../../domain/directory/maintainers.ts';
import { mayMaintain } from '../../../domain/directory/maintainers.ts';
import { isUnitCode } from '../../../domain/units/unit.ts';
import type { UnitTree } from '../../../domain/units/unit-tree.ts';
import type { FieldFault } from '../../schemas/problem.ts';

/** Whether the unit of a line exists and is the importer's to keep; its form is judged elsewhere. */
export function unitFaults(tree: UnitTree, keeper: Keeper, unitCode: unknown): FieldFault[] {
  if (typeof unitCode !== 'string' || !isUnitCode(unitCode)) return [];
  const pointer = '/unitCode';
  if (!tree.has(unitCode)) {
    return [{ pointer, code: 'unknown_unit', message: '没有这个单位，请核对12位单位代码。' }];
  }
  if (mayMaintain(tree, keeper, unitCode)) return [];
  return [{ pointer, code: 'unit_not_allowed', message: '该单位不在您的维护范围内。' }];
}
