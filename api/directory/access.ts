import { isMaintainer, mayMaintain } from '../../domain/directory/maintainers.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import { isUnitKeeper } from '../../domain/units/unit-keepers.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { Problem } from '../problems.ts';

/** @throws {Problem} 403 for whoever keeps no part of the directory [四(二)]. */
export function requireMaintainer(caller: Principal): void {
  if (!isMaintainer(caller)) throw new Problem('role_not_allowed');
}

/** @throws {Problem} 403 for whoever does not keep the entries of the unit [四(二)]. */
export function requireMaintainerOf(tree: UnitTree, caller: Principal, unitCode: UnitCode): void {
  if (!mayMaintain(tree, caller, unitCode)) {
    throw new Problem('unit_not_allowed', {
      detail: '该单位不在您的维护范围内，请由其本单位或上级单位维护。',
    });
  }
}

/** @throws {Problem} 403 for whoever keeps no units. */
export function requireUnitKeeper(caller: Principal): void {
  if (!isUnitKeeper(caller)) throw new Problem('role_not_allowed');
}

/** The unit of an address. @throws {Problem} 404 */
export function unitOf(tree: UnitTree, text: string): UnitCode {
  if (!isUnitCode(text) || !tree.has(text)) throw new Problem('not_found', { detail: '没有这个单位。' });
  return text;
}

/** A unit that is named in a body. @throws {Problem} 422 */
export function namedUnit(tree: UnitTree, text: string, pointer: string): UnitCode {
  if (isUnitCode(text) && tree.has(text)) return text;
  throw new Problem('validation_failed', {
    errors: [{ pointer, code: 'unknown_unit', message: '没有这个单位，请核对12位单位代码。' }],
  });
}
