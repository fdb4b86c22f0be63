import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationRequirement } from '../../domain/authentication.ts';
import type { Login } from '../../platform/identity/login.ts';
import { LoginRefusedError } from '../../platform/identity/login.ts';
import { admit } from '../admission.ts';
import { beginSessionOf } from '../begin-session.ts';
import type { ApiDeps, SignIn } from '../deps.ts';
import type { LoginUnderWay } from '../login-cookie.ts';
import { ReturnToSchema, setLoginCookie, takeLogin } from '../login-cookie.ts';
import { Problem } from '../problems.ts';
import { findSessionHash, setSessionCookie } from '../session-token.ts';
import { ownAddress } from '../own-address.ts';

// Steps of a browser, which no program takes: they are described in docs/identity.md.
const common = { hide: true, tags: ['identity'], security: [] };
const callbackPath = '/session/callback';

const loginSchema = {
  operationId: 'login',
  summary: '到身份提供方登录',
  description:
    'For browsers: leads to the provider and back to `returnTo`, with a session in a cookie. See docs/identity.md.',
  ...common,
  querystring: Type.Object({ returnTo: Type.Optional(ReturnToSchema) }),
  problems: ['not_found'] as const,
  response: { 303: { description: 'To the provider', type: 'null' } },
};

const callbackSchema = {
  operationId: 'completeLogin',
  summary: '从身份提供方返回',
  ...common,
  problems: ['login_failed', 'insufficient_user_authentication', 'account_locked', 'not_found'] as const,
  response: {
    303: { description: 'To where the login began', type: 'null' },
  },
};

const refusals = {
  declined: '身份提供方未予登录，请重新登录。',
  unproved: '登录未完成或已失效，请重新登录。',
  no_officer: '身份提供方未给出您的角色或单位，请联系系统管理员开通后再登录。',
} as const satisfies Record<LoginRefusedError['reason'], string>;

/** Login at pages: authorization code with PKCE, state and nonce. */
export function signInRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/session/login', { schema: loginSchema }, async ({ query: { returnTo = '/' } }, reply) =>
      goToProvider(deps, reply, returnTo),
    );
    app.get(callbackPath, { schema: callbackSchema }, async (request, reply) => {
      const underWay = takeLogin(request, reply);
      if (underWay === undefined) throw new Problem('login_failed');
      const login = await completeLogin(deps, request, underWay);
      try {
        await admit(deps, login.identity);
      } catch (error) {
        // Once: a provider that gives no more than before would be asked for ever.
        const stepUp = error instanceof Problem ? error.details.stepUp : undefined;
        if (stepUp === undefined || underWay.steppedUp === 'yes') throw error;
        return goToProvider(deps, reply, underWay.returnTo, stepUp);
      }
      setSessionCookie(reply, await beginSessionOf(deps, login, findSessionHash(request)));
      const { subject, unitCode, roles } = login.identity;
      request.log.info({ officerId: subject, unitCode, roles }, 'logged in');
      return reply.redirect(underWay.returnTo, 303);
    });
    done();
  };
}

async function goToProvider(
  deps: ApiDeps,
  reply: FastifyReply,
  returnTo: string,
  stepUp?: AuthenticationRequirement,
): Promise<FastifyReply> {
  const { client } = signInOf(deps);
  const { url, checks } = await client.begin(ownAddress(deps, reply.request, callbackPath), stepUp);
  setLoginCookie(reply, { ...checks, returnTo, steppedUp: stepUp === undefined ? 'no' : 'yes' });
  return reply.redirect(url.href, 303);
}

async function completeLogin(
  deps: ApiDeps,
  request: FastifyRequest,
  underWay: LoginUnderWay,
): Promise<Login> {
  const { client } = signInOf(deps);
  const callback = new URL(ownAddress(deps, request, callbackPath));
  callback.search = request.url.slice(callbackPath.length);
  try {
    return await client.complete(callback, underWay);
  } catch (error) {
    if (!(error instanceof LoginRefusedError)) throw error;
    request.log.warn({ reason: error.reason, error }, 'login refused');
    throw new Problem('login_failed', { detail: refusals[error.reason] });
  }
}

function signInOf({ signIn }: ApiDeps): SignIn {
  if (signIn === undefined)
    throw new Problem('not_found', { detail: '本系统未设置登录页面，请使用访问令牌。' });
  return signIn;
}
