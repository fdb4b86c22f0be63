import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Session } from '../../db/repositories/sessions.ts';
import { ProviderUnavailableError } from '../../platform/identity/provider-unavailable.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveSession } from '../live-session.ts';
import { ownAddress } from '../own-address.ts';
import { homePage } from '../pages/home-page.ts';
import { basePathOf, sendPage, showFaults } from '../pages/page.ts';
import { clearSessionCookie, findSessionHash } from '../session-token.ts';

const options = { schema: { hide: true } } as const;

/** `GET /`: where a login and a logout end that name no other page. Shows of a person only what he is logged in with. */
export function homeRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  const base = basePathOf(deps.publicUrl);
  const login = (deps.signIn ?? deps.localLogin) === undefined ? 'none' : 'offered';
  return (app) => {
    showFaults(app, (fault) => homePage({ base, login, fault }));
    app.get('/', options, async (request, reply) => {
      const tokenHash = findSessionHash(request);
      const session = tokenHash === undefined ? undefined : await findLiveSession(deps, tokenHash);
      if (session === undefined) {
        if (tokenHash !== undefined) clearSessionCookie(reply);
        return sendPage(reply, homePage({ base, login }));
      }
      const { subject, roles, unitCode } = session;
      const unitName = (await deps.units.tree()).get(unitCode)?.name ?? unitCode;
      const html = homePage({ base, login, officer: { subject, roles, unitName } });
      return sendPage(reply, html, { formTargets: await signOutOrigins(deps, request, session) });
    });
    return Promise.resolve();
  };
}

/** Browsers hold a form to `form-action` through its redirects too, and signing out leads to the provider. */
async function signOutOrigins(
  deps: ApiDeps,
  request: FastifyRequest,
  { idToken }: Session,
): Promise<readonly string[]> {
  const home = ownAddress(deps, request, '/');
  const url = await deps.signIn?.client.findSignOutUrl(idToken, home).catch((error: unknown) => {
    // He is led home then.
    if (!(error instanceof ProviderUnavailableError)) throw error;
    return undefined;
  });
  return url === undefined ? [] : [url.origin];
}
