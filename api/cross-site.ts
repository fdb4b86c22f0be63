import type { FastifyRequest } from 'fastify';
import { Problem } from './problems.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser adds its cookie to whatever any page makes it send, so a change under a cookie must come from our own pages
 * (docs/adr/0008). Every browser says where a request comes from; what does not say it is no browser and has no cookie.
 * @throws {Problem} 403
 */
export function requireSameOrigin({ method, headers, host }: FastifyRequest, publicUrl?: string): void {
  if (safeMethods.has(method)) return;
  const { 'sec-fetch-site': site, origin } = headers;
  if (site !== undefined ? site === 'same-origin' : isOurs(origin, publicUrl, host)) return;
  throw new Problem('cross_site_request');
}

function isOurs(origin: string | undefined, publicUrl: string | undefined, host: string): boolean {
  const from = origin === undefined ? null : URL.parse(origin);
  if (from === null) return false;
  return publicUrl === undefined ? from.host === host : from.origin === new URL(publicUrl).origin;
}
