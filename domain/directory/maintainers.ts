import type { Role } from '../roles.ts';
import { isSupervisor } from '../roles.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { isWithin } from '../units/unit-tree.ts';

/** Somebody by his roles and his unit. */
interface Officer {
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
}

/** Whether somebody keeps any part of the directory: leaders and supervisors do, nobody else [四(二)]. */
export function isMaintainer({ roles }: Pick<Officer, 'roles'>): boolean {
  return roles.some((role) => role === 'station_leader' || isSupervisor(role));
}

/** Whether somebody keeps the entries of a unit: a leader his own station's, a supervisor also those below him. */
export function mayMaintain(tree: UnitTree, { roles, unitCode }: Officer, target: UnitCode): boolean {
  if (!tree.has(target) || !isWithin(tree, target, unitCode)) return false;
  return (target === unitCode && isMaintainer({ roles })) || roles.some(isSupervisor);
}
