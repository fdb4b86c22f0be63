import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Mergers } from '../domain/directory/mergers.ts';
import type { Principal } from '../platform/identity/principal.ts';
import { InvalidTokenError } from '../platform/identity/token-verifier.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/** Who calls, with what says for which stations besides his own he acts (S35). */
export interface Caller extends Principal {
  readonly mergers: Mergers;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Lets in only who proves who he is (RFC 6750); holds for every route of the scope. */
export function requireToken(
  scope: FastifyInstance,
  { verifyToken, units }: Pick<ApiDeps, 'verifyToken' | 'units'>,
): void {
  scope.decorateRequest('caller', null);
  scope.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer ([\w~+/.-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new Problem('unauthenticated');
    try {
      const principal = await verifyToken(token);
      request.caller = { ...principal, mergers: await units.mergers(principal.unitCode) };
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
      request.log.warn({ reason: error.message }, 'token refused');
      throw new Problem('unauthenticated');
    }
  });
}

/** Who calls. @throws {Error} on a route outside the scope of {@link requireToken}. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === null) throw new Error('this route is not behind requireToken');
  return caller;
}
