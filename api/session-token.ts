import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: only this host, only over TLS, and no neighbouring host can set it in our name (RFC 6265bis §4.1.3.2). */
export const sessionCookie = '__Host-tongban-session';

const tokenBytes = 32;

/** Of every cookie: no script reads it, and no other site's request brings it, but for a link that is followed. */
export const cookieOptions = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const satisfies CookieSerializeOptions;

/** What a browser shows to come in, and what Postgres keeps of it: whoever reads the table cannot come in. */
export function newSessionToken(): { token: string; tokenHash: string } {
  const token = randomBytes(tokenBytes).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}

/** The hash of the session that the request shows. */
export function findSessionHash({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[sessionCookie];
  return token === undefined ? undefined : hashOf(token);
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(sessionCookie, token, cookieOptions);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, cookieOptions);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
