import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { endPresentedSession, endSessionsOfProvider } from '../../db/repositories/sessions.ts';
import { withSession } from '../../db/scope.ts';
import { ProviderUnavailableError } from '../../platform/identity/provider-unavailable.ts';
import { InvalidTokenError } from '../../platform/identity/token-verifier.ts';
import type { AnonymousRefusals } from '../audit/anonymous-refusals.ts';
import { recordEnded } from '../audit/session-acts.ts';
import { requireSameOrigin } from '../cross-site.ts';
import type { ApiDeps } from '../deps.ts';
import { ownAddress } from '../own-address.ts';
import { Problem } from '../problems.ts';
import { clearSessionCookie, findSessionHash } from '../session-token.ts';

// Steps of a browser, and of a provider: they are described in docs/identity.md.
const common = { hide: true, tags: ['identity'], security: [] };

const logoutSchema = {
  operationId: 'logout',
  summary: '退出登录',
  description: 'Ends the session here and leads to the provider, which ends its own.',
  ...common,
  problems: ['cross_site_request'] as const,
  response: { 303: { description: 'To the provider, or to the first page', type: 'null' } },
};

const backChannelSchema = {
  operationId: 'backChannelLogout',
  summary: '身份提供方通知注销',
  description: 'OpenID Connect Back-Channel Logout 1.0: for the provider only.',
  ...common,
  consumes: ['application/x-www-form-urlencoded'],
  body: Type.Object({ logout_token: Type.String() }),
  problems: ['invalid_logout_token', 'not_found'] as const,
  response: { 200: Type.Null() },
};

/** The ends of sessions: the officer's own, and the one that the provider tells of. */
export function signOutRoutes(deps: ApiDeps, refusals: AnonymousRefusals): FastifyPluginCallbackTypebox {
  const { database, signIn } = deps;
  return (app, _options, done) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => {
        parsed(null, Object.fromEntries(new URLSearchParams(body.toString())));
      },
    );

    app.post('/session/logout', { schema: logoutSchema }, async (request, reply) => {
      requireSameOrigin(request, deps.publicUrl);
      const home = ownAddress(deps, request, '/');
      const hash = findSessionHash(request);
      if (hash === undefined) return reply.redirect(home, 303);
      const ended = await withSession(database, hash, async (executor) => {
        const session = await endPresentedSession(executor, hash);
        await recordEnded(executor, session === undefined ? [] : [session], 'logout', request.id);
        return session;
      });
      // Not before: whoever is told that it failed has to be able to try again.
      clearSessionCookie(reply);
      if (ended === undefined) return reply.redirect(home, 303);
      request.log.info({ officerId: ended.subject, sessionId: ended.id }, 'logged out');
      const url = await signIn?.client.findSignOutUrl(ended.idToken, home).catch((error: unknown) => {
        // He is out here in any case.
        if (!(error instanceof ProviderUnavailableError)) throw error;
        return undefined;
      });
      return reply.redirect(url?.href ?? home, 303);
    });

    app.post('/session/backchannel-logout', { schema: backChannelSchema }, async (request, reply) => {
      if (signIn === undefined) throw new Problem('not_found');
      try {
        const signedOut = await signIn.verifyLogoutToken(request.body.logout_token);
        const ended = await database.transaction(async (executor) => {
          const sessions = await endSessionsOfProvider(executor, signedOut);
          await recordEnded(executor, sessions, 'backChannelLogout', request.id);
          return sessions;
        });
        request.log.info({ count: ended.length }, 'logged out at the provider');
      } catch (error) {
        if (!(error instanceof InvalidTokenError)) throw error;
        const { message: reason } = error;
        request.log.warn({ reason }, 'logout token refused');
        const code = 'invalid_logout_token';
        await refusals.note(request, { kind: 'log_out', operation: 'backChannelLogout', code, reason });
        throw new Problem(code);
      }
      return reply.status(200).send(null);
    });
    done();
  };
}
