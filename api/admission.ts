import type { FastifyInstance } from 'fastify';
import { isAccountLocked } from '../db/repositories/account-locks.ts';
import { findUnmetRequirement } from '../domain/authentication.ts';
import { unitesSeparateRoles } from '../domain/roles.ts';
import type { Identity } from '../platform/identity/principal.ts';
import { callerOf } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/**
 * Lets in who unites no roles that are to be kept apart, whom nobody has locked out, and who proved himself as well as his
 * roles ask.
 * @throws {Problem} 403 for the first two, 401 for the last.
 */
export async function admit(
  { database, requiredAuthentication = {}, clock }: ApiDeps,
  {
    subject,
    unitCode,
    roles,
    authentication,
  }: Pick<Identity, 'subject' | 'unitCode' | 'roles' | 'authentication'>,
): Promise<void> {
  if (unitesSeparateRoles(roles)) throw new Problem('roles_not_separated');
  if (await isAccountLocked(database, subject, unitCode)) throw new Problem('account_locked');
  const stepUp = findUnmetRequirement(roles, authentication, requiredAuthentication, clock.now());
  if (stepUp !== undefined) throw new Problem('insufficient_user_authentication', { stepUp });
}

/** Admits who is known by then, for every route of the scope: his refusals are recorded, and he has been counted. */
export function admitCallers(scope: FastifyInstance, deps: ApiDeps): void {
  scope.addHook('onRequest', async (request) => {
    const caller = callerOf(request);
    if (unitesSeparateRoles(caller.roles)) throw new Problem('roles_not_separated');
    await admit(deps, caller);
  });
}
