import type { Keeper } from '../directory/maintainers.ts';
import type { Role } from '../roles.ts';
import { isSupervisor, supervisorRoles } from '../roles.ts';
import type { UnitCode } from './unit.ts';
import type { UnitPlace } from './unit-checks.ts';

/** Who keeps any units: supervisors do, and administrators of a top unit. */
export const unitKeeperRoles: readonly Role[] = [...supervisorRoles, 'system_administrator'];

/** Whether somebody keeps any units. */
export function isUnitKeeper(keeper: Keeper): boolean {
  return keeper === 'first_load' || keeper.roles.some((role) => unitKeeperRoles.includes(role));
}

/**
 * Whether somebody keeps a unit itself [四(二)]: whoever supervises the level above does, at whatever height. Nobody
 * stands above a top unit, so its own system administrator keeps it; he may also add another one.
 */
export function mayKeepUnit(
  places: ReadonlyMap<UnitCode, UnitPlace>,
  keeper: Keeper,
  { code, parentCode }: Pick<UnitPlace, 'code' | 'parentCode'>,
  before: 'new' | 'known',
): boolean {
  if (keeper === 'first_load') return true;
  const { roles, unitCode } = keeper;
  if (parentCode === null) {
    const isAtTop = places.get(unitCode)?.parentCode === null;
    return roles.includes('system_administrator') && isAtTop && (before === 'new' || code === unitCode);
  }
  return roles.some(isSupervisor) && pathUp(places, parentCode).includes(unitCode);
}

/** The codes on the way up, as far as there is one: units that are being changed may not make a tree yet. */
function pathUp(places: ReadonlyMap<UnitCode, UnitPlace>, from: UnitCode): UnitCode[] {
  const path = new Set<UnitCode>();
  let current: UnitCode | null | undefined = from;
  while (current != null && !path.has(current)) {
    path.add(current);
    current = places.get(current)?.parentCode;
  }
  return [...path];
}
