import type { Session } from '../db/repositories/sessions.ts';
import { findPresentedSession, touchSession } from '../db/repositories/sessions.ts';
import { withSession } from '../db/scope.ts';
import type { SessionTerms } from '../domain/session.ts';
import { isSessionAlive } from '../domain/session.ts';
import { addMs } from '../domain/time/instant.ts';
import type { Identity } from '../platform/identity/principal.ts';
import type { ApiDeps } from './deps.ts';

/** Half an hour without use, a long day in all. */
const defaultTerms: SessionTerms = { idleMs: 30 * 60_000, maxMs: 10 * 60 * 60_000 };

// A page asks for many things at once: use is noted to the minute, not with each.
const touchEveryMs = 60_000;

/** The terms on which officers stay logged in. */
export function sessionTermsOf({ sessionTerms = defaultTerms }: ApiDeps): SessionTerms {
  return sessionTerms;
}

/** The session of a token that still holds, noted as used. */
export async function findLiveSession(deps: ApiDeps, tokenHash: string): Promise<Session | undefined> {
  const now = deps.clock.now();
  return withSession(deps.database, tokenHash, async (executor) => {
    const session = await findPresentedSession(executor, tokenHash);
    if (session === undefined || !isSessionAlive(session, sessionTermsOf(deps), now)) return undefined;
    if (addMs(session.lastUsedAt, touchEveryMs) <= now) await touchSession(executor, tokenHash, now);
    return session;
  });
}

/** Who is logged in, as a token would say it. */
export function identityOf({ subject, roles, unitCode, acr, amr, authenticatedAt }: Session): Identity {
  const authentication = { acr, amr, authenticatedAt };
  return { subject, roles, unitCode, authentication, tokenEndsAt: null, boundTo: null };
}
