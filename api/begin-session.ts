import { randomUUID } from 'node:crypto';
import { beginSession, endPresentedSession } from '../db/repositories/sessions.ts';
import { withSession } from '../db/scope.ts';
import type { SessionId } from '../domain/session.ts';
import { addMs } from '../domain/time/instant.ts';
import type { Login } from '../platform/identity/login.ts';
import type { ApiDeps } from './deps.ts';
import { sessionTermsOf } from './live-session.ts';
import { newSessionToken } from './session-token.ts';

/**
 * Begins the session of somebody who has logged in, and ends the one that his browser had: no token from before a login
 * is worth anything after it. Returns what the browser shows from now on.
 */
export async function beginSessionOf(
  deps: ApiDeps,
  { identity, providerSubject, providerSession, idToken }: Login,
  previousHash: string | undefined,
): Promise<string> {
  const { database, clock } = deps;
  const { token, tokenHash } = newSessionToken();
  const now = clock.now();
  const { subject, roles, unitCode, authentication } = identity;
  const { acr, amr, authenticatedAt } = authentication;
  await withSession(database, tokenHash, (executor) =>
    beginSession(executor, {
      id: randomUUID() as SessionId,
      tokenHash,
      ...{ subject, roles: [...roles], unitCode, acr, amr: [...amr], authenticatedAt },
      ...{ providerSubject, providerSession, idToken },
      createdAt: now,
      lastUsedAt: now,
      expiresAt: addMs(now, sessionTermsOf(deps).maxMs),
    }),
  );
  if (previousHash !== undefined) {
    await withSession(database, previousHash, (executor) => endPresentedSession(executor, previousHash));
  }
  return token;
}
