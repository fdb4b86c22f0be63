import { acceptingRoles } from '../../domain/case/acts.ts';
import type { Actor } from '../../domain/case/command.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';

/**
 * The caller as who decides at a station's counter: whoever may accept may also refuse.
 * @throws {Problem} 403 for another role, an auxiliary's among them [§8], and for a unit that is no station.
 */
export async function counterOfficer({ units }: ApiDeps, caller: Principal): Promise<Actor> {
  const { subject: officerId, roles, unitCode } = caller;
  const role = roles.find((each) => acceptingRoles.includes(each));
  if (role === undefined) throw new Problem('role_not_allowed');
  if ((await units.tree()).get(unitCode)?.level !== 'station') {
    throw new Problem('unit_not_allowed', { detail: '只有派出所可以受理申请。' });
  }
  return { officerId, role, unitCode };
}
