import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authentication } from '../domain/authentication.ts';
import type { Mergers } from '../domain/directory/mergers.ts';
import type { SessionId } from '../domain/session.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Identity, Principal } from '../platform/identity/principal.ts';
import { InvalidTokenError } from '../platform/identity/token-verifier.ts';
import type { AnonymousRefusals } from './audit/anonymous-refusals.ts';
import { operationOf } from './audit/operation-of.ts';
import { findCertificateThumbprint } from './client-certificate.ts';
import { requireSameOrigin } from './cross-site.ts';
import type { ApiDeps } from './deps.ts';
import { findLiveSession, identityOf } from './live-session.ts';
import { Problem } from './problems.ts';
import { clearSessionCookie, findSessionHash } from './session-token.ts';

/** Who calls, with what says for which stations besides his own he acts (S35). */
export interface Caller extends Principal {
  readonly mergers: Mergers;
  readonly authentication: Authentication;
  /** The session at pages that he calls from; null for whoever shows a token. */
  readonly sessionId: SessionId | null;
  /** When his token ends; null for a session. */
  readonly tokenEndsAt: Instant | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/**
 * Lets in only who proves who he is, by a token (RFC 6750) or by the session of a page; holds for every route of the
 * scope. Whoever he is, he is counted before he is admitted, or a refusal would cost him nothing and us a row each.
 */
export function requireCaller(scope: FastifyInstance, deps: ApiDeps, refusals: AnonymousRefusals): void {
  scope.decorateRequest('caller', null);
  scope.addHook('onRequest', async (request, reply) => {
    const { identity, sessionId } = await identify({ ...deps, refusals }, request, reply);
    const { subject, roles, unitCode, clientId, authentication, tokenEndsAt } = identity;
    const mergers = await deps.units.mergers(unitCode);
    request.caller = {
      ...{ subject, roles, unitCode, mergers, authentication, sessionId, tokenEndsAt },
      ...(clientId === undefined ? {} : { clientId }),
    };
    // Once it is known whose session was ridden: his audit says so.
    if (sessionId !== null) requireSameOrigin(request, deps.publicUrl);
  });
}

interface Identified {
  readonly identity: Identity;
  readonly sessionId: SessionId | null;
}

interface Deps extends ApiDeps {
  readonly refusals: AnonymousRefusals;
}

/** A token decides where there is one: whoever sends it means it, while a browser adds the cookie by itself. */
async function identify(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<Identified> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    return { identity: await identifyByToken(deps, request, authorization), sessionId: null };
  }
  const tokenHash = findSessionHash(request);
  if (tokenHash === undefined) throw new Problem('unauthenticated');
  const session = await findLiveSession(deps, tokenHash);
  if (session === undefined) {
    clearSessionCookie(reply);
    throw new Problem('unauthenticated');
  }
  return { identity: identityOf(session), sessionId: session.id };
}

async function identifyByToken(
  deps: Deps,
  request: FastifyRequest,
  authorization: string,
): Promise<Identity> {
  const [, token] = /^Bearer ([\w~+/.-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new Problem('unauthenticated');
  try {
    const identity = await deps.verifyToken(token);
    requireBinding(deps, request, identity);
    return identity;
  } catch (error) {
    if (!(error instanceof InvalidTokenError)) throw error;
    const { message: reason } = error;
    request.log.warn({ reason }, 'token refused');
    const operation = operationOf(request.routeOptions.schema);
    await deps.refusals.note(request, { kind: 'log_in', operation, code: 'unauthenticated', reason });
    throw new Problem('unauthenticated');
  }
}

/** A token that is bound to a certificate is worth nothing without it (RFC 8705 §3). @throws {InvalidTokenError} */
function requireBinding(
  { clientCertificates }: ApiDeps,
  request: FastifyRequest,
  { boundTo, roles }: Identity,
): void {
  if (boundTo === null) {
    if (clientCertificates?.demand !== 'required' || !roles.includes('api_client')) return;
    throw new InvalidTokenError('a program’s token is not bound to its certificate');
  }
  if (findCertificateThumbprint(request, clientCertificates?.proxy) !== boundTo) {
    throw new InvalidTokenError('the token is bound to another certificate');
  }
}

/**
 * By what an account is told from every other: the same number may be somebody else’s in another unit (docs/identity.md).
 */
export function accountOf({ subject, unitCode }: Pick<Principal, 'subject' | 'unitCode'>): string {
  return `${unitCode} ${subject}`;
}

/** Who calls. @throws {Error} on a route outside the scope of {@link requireCaller}. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error('this route is not behind requireCaller');
  return caller;
}
