import type { FastifyRequest } from 'fastify';
import type { Principal } from '../platform/identity/principal.ts';
import { callerOf } from './authentication.ts';
import { Problem } from './problems.ts';

/** The caller, who is a system administrator. @throws {Problem} 403 */
export function administratorOf(request: FastifyRequest): Principal {
  const caller = callerOf(request);
  if (!caller.roles.includes('system_administrator')) throw new Problem('role_not_allowed');
  return caller;
}
