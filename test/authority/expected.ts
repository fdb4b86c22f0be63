import type { AuthorityLine } from '../../domain/authority/line.ts';
import type { Role } from '../../domain/roles.ts';
import { isSupervisor } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Placement } from './units.ts';
import { levelOf } from './units.ts';

/** What an answer comes to, whatever it says of the thing itself. */
export type Outcome = 'allowed' | 'unauthenticated' | 'role_not_allowed' | 'unit_not_allowed' | 'absent';

export interface Cell {
  readonly line: AuthorityLine;
  readonly role: Role;
  readonly placement: Placement;
  /** The unit of whoever asks. */
  readonly unit: UnitCode;
  /** Whether the request names a thing, or asks for whatever there is, or makes something new. */
  readonly about: 'one' | 'all' | 'new';
}

/** What the policy table says of a cell. */
export function expectedOf(cell: Cell): Outcome {
  const { line, role, placement, unit } = cell;
  if (line.over === 'public') return 'allowed';
  if (!line.roles.includes(role)) return 'role_not_allowed';
  if (placement === 'none') return 'unit_not_allowed';
  if (line.level !== undefined && levelOf(unit) !== line.level) return 'unit_not_allowed';
  if (cell.about !== 'one') return 'allowed';
  return ofOneThing(cell);
}

function ofOneThing({ line, role, placement }: Cell): Outcome {
  const isInScope = placement === 'own' || placement === 'below';
  switch (line.over) {
    case 'public':
    case 'nation':
    case 'own_province':
      return 'allowed';
    case 'own_unit':
      return placement === 'own' ? 'allowed' : 'absent';
    case 'own_and_below':
    case 'cases':
    case 'decided_cases':
      return isInScope ? 'allowed' : 'absent';
    case 'handled_cases':
      if (!isInScope) return 'absent';
      return placement === 'own' || isSupervisor(role) ? 'allowed' : 'unit_not_allowed';
    case 'kept_units':
      return placement === 'own' || (isInScope && isSupervisor(role)) ? 'allowed' : 'unit_not_allowed';
    case 'units_below': {
      const keeps = isSupervisor(role) ? 'below' : 'own';
      return placement === keeps ? 'allowed' : 'unit_not_allowed';
    }
  }
}

/** Whether somebody who may ask is shown what was seeded, rather than not. */
export function isShown({ line, placement }: Cell): boolean {
  switch (line.over) {
    case 'public':
    case 'nation':
      return true;
    case 'own_province':
      return placement !== 'other_province';
    case 'own_unit':
      return placement === 'own';
    default:
      return placement === 'own' || placement === 'below';
  }
}
