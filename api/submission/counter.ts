import { acceptingRoles } from '../../domain/case/acts.ts';
import type { Actor } from '../../domain/case/command.ts';
import type { Principal } from '../../platform/identity/principal.ts';

/** The caller as who decides at a station's counter: whoever may accept may also refuse. */
export function counterOfficer({ subject: officerId, roles, unitCode }: Principal): Actor {
  const role = roles.find((each) => acceptingRoles.includes(each));
  if (role === undefined) throw new Error('nobody decides at the counter whom the policy table keeps away');
  return { officerId, role, unitCode };
}
