import { randomUUID } from 'node:crypto';
import { beginSession, endPresentedSession } from '../db/repositories/sessions.ts';
import { withSession } from '../db/scope.ts';
import type { SessionId } from '../domain/session.ts';
import { addMs } from '../domain/time/instant.ts';
import type { Login } from '../platform/identity/login.ts';
import { appendLast, loginAct, recordEnded } from './audit/session-acts.ts';
import type { ApiDeps } from './deps.ts';
import { sessionTermsOf } from './live-session.ts';
import { newSessionToken } from './session-token.ts';

/**
 * Begins the session of somebody who has logged in, and ends the one that his browser had: no token from before a login
 * is worth anything after it. Each stands in the audit, or is not. Returns what the browser shows from now on.
 */
export async function beginSessionOf(
  deps: ApiDeps,
  { identity, providerSubject, providerSession, idToken }: Login,
  { previousHash, requestId }: { readonly previousHash: string | undefined; readonly requestId: string },
): Promise<string> {
  const { database, clock } = deps;
  const { token, tokenHash } = newSessionToken();
  const now = clock.now();
  const { subject, roles, unitCode, authentication } = identity;
  const { acr, amr, authenticatedAt } = authentication;
  if (previousHash !== undefined) {
    await withSession(database, previousHash, async (executor) => {
      const ended = await endPresentedSession(executor, previousHash);
      await recordEnded(executor, ended === undefined ? [] : [ended], 'completeLogin', requestId);
    });
  }
  const owner = { id: randomUUID() as SessionId, subject, roles: [...roles], unitCode };
  await withSession(database, tokenHash, async (executor) => {
    await beginSession(executor, {
      ...owner,
      ...{ tokenHash, acr, amr: [...amr], authenticatedAt },
      ...{ providerSubject, providerSession, idToken },
      createdAt: now,
      lastUsedAt: now,
      expiresAt: addMs(now, sessionTermsOf(deps).maxMs),
    });
    await appendLast(executor, [loginAct(owner, requestId)]);
  });
  return token;
}
