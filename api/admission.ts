import { isAccountLocked } from '../db/repositories/account-locks.ts';
import { findUnmetRequirement } from '../domain/authentication.ts';
import { unitesSeparateRoles } from '../domain/roles.ts';
import type { Identity } from '../platform/identity/principal.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/**
 * Lets in who unites no roles that are to be kept apart, whom nobody has locked out, and who proved himself as well as his
 * roles ask.
 * @throws {Problem} 403 for the first two, 401 for the last.
 */
export async function admit(
  { database, requiredAuthentication = {}, clock }: ApiDeps,
  { subject, unitCode, roles, authentication }: Identity,
): Promise<void> {
  if (unitesSeparateRoles(roles)) throw new Problem('roles_not_separated');
  if (await isAccountLocked(database, subject, unitCode)) throw new Problem('account_locked');
  const stepUp = findUnmetRequirement(roles, authentication, requiredAuthentication, clock.now());
  if (stepUp !== undefined) throw new Problem('insufficient_user_authentication', { stepUp });
}
