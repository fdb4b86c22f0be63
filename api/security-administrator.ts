import type { FastifyRequest } from 'fastify';
import type { Caller } from './authentication.ts';
import { callerOf } from './authentication.ts';
import { Problem } from './problems.ts';

/** The caller, who is a security administrator: he decides who comes in (三员分立). @throws {Problem} 403 */
export function securityAdministratorOf(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  if (!caller.roles.includes('security_administrator')) throw new Problem('role_not_allowed');
  return caller;
}
