import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationRequirement } from '../../domain/authentication.ts';
import { errorSentences } from '../../domain/errors.ts';
import type { Login, LoginClient } from '../../platform/identity/login.ts';
import { LoginRefusedError } from '../../platform/identity/login.ts';
import { admit } from '../admission.ts';
import type { AnonymousRefusals } from '../audit/anonymous-refusals.ts';
import { refusedLoginAct, written } from '../audit/session-acts.ts';
import type { AuditWriter } from '../audit/writer.ts';
import { beginSessionOf } from '../begin-session.ts';
import type { ApiDeps } from '../deps.ts';
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
  problems: [
    ...(['login_failed', 'insufficient_user_authentication', 'account_locked'] as const),
    ...(['roles_not_separated', 'not_found'] as const),
  ],
  response: {
    303: { description: 'To where the login began', type: 'null' },
  },
};

const sentences = {
  not_under_way: errorSentences.login_failed,
  declined: '身份提供方未予登录，请重新登录。',
  unproved: '登录未完成或已失效，请重新登录。',
  no_officer: '身份提供方未给出您的角色或单位，请联系系统管理员开通后再登录。',
} as const satisfies Record<LoginRefusedError['reason'] | 'not_under_way', string>;

/** What of logins goes into the audit beside the sessions that they begin. */
export interface SignInAudit {
  readonly writer: AuditWriter;
  readonly refusals: AnonymousRefusals;
}

/** Login at pages: authorization code with PKCE, state and nonce. */
export function signInRoutes(deps: ApiDeps, audit: SignInAudit): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/session/login', { schema: loginSchema }, async ({ query: { returnTo = '/' } }, reply) =>
      goToProvider(deps, reply, returnTo),
    );
    app.get(callbackPath, { schema: callbackSchema }, async (request, reply) => {
      const underWay = takeLogin(request, reply);
      if (underWay === undefined) throw await refuseNobody(audit, request, 'not_under_way');
      const login = await completeLogin(deps, audit, request, underWay);
      try {
        await admit(deps, login.identity);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // Once: a provider that gives no more than before would be asked for ever.
        const { stepUp } = error.details;
        if (stepUp !== undefined && underWay.steppedUp === 'no') {
          return goToProvider(deps, reply, underWay.returnTo, stepUp);
        }
        await written(audit.writer.append(refusedLoginAct(login.identity, error.code, request.id)));
        throw error;
      }
      const previousHash = findSessionHash(request);
      setSessionCookie(reply, await beginSessionOf(deps, login, { previousHash, requestId: request.id }));
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
  const client = loginClientOf(deps);
  const { url, checks } = await client.begin(ownAddress(deps, reply.request, callbackPath), stepUp);
  setLoginCookie(reply, { ...checks, returnTo, steppedUp: stepUp === undefined ? 'no' : 'yes' });
  return reply.redirect(url.href, 303);
}

async function completeLogin(
  deps: ApiDeps,
  audit: SignInAudit,
  request: FastifyRequest,
  underWay: LoginUnderWay,
): Promise<Login> {
  const client = loginClientOf(deps);
  const callback = new URL(ownAddress(deps, request, callbackPath));
  callback.search = request.url.slice(callbackPath.length);
  try {
    return await client.complete(callback, underWay);
  } catch (error) {
    if (!(error instanceof LoginRefusedError)) throw error;
    request.log.warn({ reason: error.reason, error }, 'login refused');
    throw await refuseNobody(audit, request, error.reason);
  }
}

/** The refusal of somebody of whom nothing is known for certain. */
async function refuseNobody(
  { refusals }: SignInAudit,
  request: FastifyRequest,
  reason: keyof typeof sentences,
): Promise<Problem> {
  const code = 'login_failed';
  await refusals.note(request, { kind: 'log_in', operation: callbackSchema.operationId, code, reason });
  return new Problem(code, { detail: sentences[reason] });
}

function loginClientOf({ signIn, localLogin }: ApiDeps): LoginClient {
  const client = signIn?.client ?? localLogin;
  if (client === undefined)
    throw new Problem('not_found', { detail: '本系统未设置登录页面，请使用访问令牌。' });
  return client;
}
