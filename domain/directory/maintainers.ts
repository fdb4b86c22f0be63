import type { Role } from '../roles.ts';
import { isSupervisor, supervisorRoles } from '../roles.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { isWithin, provinceOf } from '../units/unit-tree.ts';

/** Somebody by his roles and his unit. */
interface Officer {
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
}

/** Who changes the directory: an officer his part of it, and whoever loads it for the first time all of it. */
export type Keeper = Officer | 'first_load';

/** Who keeps any part of the directory: leaders and supervisors do, nobody else [四(二)]. */
export const maintainerRoles: readonly Role[] = ['station_leader', ...supervisorRoles];

/** Whether somebody keeps any part of the directory. */
export function isMaintainer({ roles }: Pick<Officer, 'roles'>): boolean {
  return roles.some((role) => maintainerRoles.includes(role));
}

/** Whether somebody keeps the entries of a unit: a leader his own station's, a supervisor also those below him. */
export function mayMaintain(tree: UnitTree, keeper: Keeper, target: UnitCode): boolean {
  if (keeper === 'first_load') return tree.has(target);
  const { roles, unitCode } = keeper;
  if (!tree.has(target) || !isWithin(tree, target, unitCode)) return false;
  return (target === unitCode && isMaintainer({ roles })) || roles.some(isSupervisor);
}

/** Whether somebody registers mergers of stations: whoever stands above them. */
export function maySupervise(keeper: Keeper): boolean {
  return keeper === 'first_load' || keeper.roles.some(isSupervisor);
}

/**
 * Whether somebody hands the work of a station to another, for good or for a while: with it go its cases, so that he
 * supervises both. Nobody stands above two provinces.
 */
export function mayHandOver(tree: UnitTree, keeper: Keeper, station: UnitCode, to: UnitCode): boolean {
  // Whether there is such a station is told apart from whose it is.
  if (!tree.has(to)) return true;
  if (provinceOf(tree, station).code !== provinceOf(tree, to).code) return false;
  if (keeper === 'first_load') return true;
  const supervises = (unit: UnitCode) => isWithin(tree, unit, keeper.unitCode);
  return keeper.roles.some(isSupervisor) && supervises(station) && supervises(to);
}

/** Whether somebody takes work back that was handed over: as he hands it over, but what should never have been. */
export function mayTakeBack(tree: UnitTree, keeper: Keeper, station: UnitCode, from: UnitCode): boolean {
  const isAcrossProvinces = tree.has(from) && provinceOf(tree, station).code !== provinceOf(tree, from).code;
  return isAcrossProvinces || mayHandOver(tree, keeper, station, from);
}
