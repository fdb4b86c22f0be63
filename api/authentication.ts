import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../platform/identity/principal.ts';
import type { TokenVerifier } from '../platform/identity/token-verifier.ts';
import { InvalidTokenError } from '../platform/identity/token-verifier.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Principal | null;
  }
}

/** Lets in only who proves who he is (RFC 6750); holds for every route of the scope. */
export function requireToken(scope: FastifyInstance, verifyToken: TokenVerifier): void {
  scope.decorateRequest('caller', null);
  scope.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer ([\w~+/.-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new Problem('unauthenticated');
    try {
      request.caller = await verifyToken(token);
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
      request.log.warn({ reason: error.message }, 'token refused');
      throw new Problem('unauthenticated');
    }
  });
}

/** Who calls. @throws {Error} on a route outside the scope of {@link requireToken}. */
export function callerOf({ caller }: FastifyRequest): Principal {
  if (caller === null) throw new Error('this route is not behind requireToken');
  return caller;
}
