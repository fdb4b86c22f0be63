import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { cookieOptions } from './session-token.ts';

const loginCookie = '__Host-tongban-login';
const maxAgeS = 600;
const paths = '^/(?![/\\\\])[!-~]*$';

/** An address of ours, never another host's: `//` and `/\` begin one. */
export const ReturnToSchema = Type.String({ pattern: paths, maxLength: 500 });

const LoginUnderWaySchema = Type.Object({
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  returnTo: ReturnToSchema,
  /** Whether the provider was already asked for more than it gave. */
  steppedUp: Type.Union([Type.Literal('yes'), Type.Literal('no')]),
});

/**
 * A login between going to the provider and coming back. The browser keeps it: what it proves is that the browser that
 * comes back is the one that went, and nobody is made to store something for whoever asks.
 */
export type LoginUnderWay = Static<typeof LoginUnderWaySchema>;

export function setLoginCookie(reply: FastifyReply, login: LoginUnderWay): void {
  const value = Buffer.from(JSON.stringify(login)).toString('base64url');
  void reply.setCookie(loginCookie, value, { ...cookieOptions, maxAge: maxAgeS });
}

/** Takes the login out of the browser: it is completed once or not at all. */
export function takeLogin({ cookies }: FastifyRequest, reply: FastifyReply): LoginUnderWay | undefined {
  void reply.clearCookie(loginCookie, cookieOptions);
  try {
    const login: unknown = JSON.parse(Buffer.from(cookies[loginCookie] ?? '', 'base64url').toString());
    return Value.Check(LoginUnderWaySchema, login) ? login : undefined;
  } catch {
    return undefined;
  }
}
