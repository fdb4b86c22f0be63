import type { FastifyRequest } from 'fastify';
import type { Caller } from './authentication.ts';
import { callerOf } from './authentication.ts';
import { Problem } from './problems.ts';

/** The caller, who is a system administrator. @throws {Problem} 403 */
export function administratorOf(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  if (!caller.roles.includes('system_administrator')) throw new Problem('role_not_allowed');
  return caller;
}
