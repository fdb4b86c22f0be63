import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Principal } from './principal.ts';
import { findPrincipal } from './principal.ts';

/** The token is missing something, expired, tampered with, or meant for somebody else. */
export class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';
}

/** Says who calls. @throws {InvalidTokenError} when the token does not prove it. */
export type TokenVerifier = (token: string) => Promise<Principal>;

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

// Asymmetric only: with a shared secret whoever verifies could also sign.
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
// Officers' machines and ours may differ by as much.
const clockTolerance = '5s';

/** Verifies access tokens (RFC 9068) of any OpenID Connect provider, ours or another. */
export function createTokenVerifier({ issuer, audience, keys }: TokenVerifierOptions): TokenVerifier {
  return async (token) => {
    const principal = findPrincipal(await verifiedClaims(token));
    if (principal === undefined) throw new InvalidTokenError('the token names no officer of a unit');
    return principal;
  };

  async function verifiedClaims(token: string) {
    try {
      const requiredClaims = ['sub', 'exp', 'roles', 'unit'];
      const options = { issuer, audience, algorithms, typ: 'at+jwt', clockTolerance, requiredClaims };
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      // A provider that does not answer is our trouble, not the caller's.
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      throw new InvalidTokenError(error.code);
    }
  }
}

export interface OidcSettings {
  readonly issuer: string;
  readonly jwksUrl?: string | undefined;
}

/** The keys of a provider, fetched when first needed and again when it signs with a new one. */
export async function loadProviderKeys({ issuer, jwksUrl }: OidcSettings): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(new URL(jwksUrl ?? (await discoverJwksUrl(issuer))));
}

/** OpenID Connect Discovery 1.0 §4. @throws {Error} when the provider does not publish where its keys are. */
async function discoverJwksUrl(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
  const metadata: unknown = response.ok ? await response.json() : undefined;
  if (
    typeof metadata === 'object' &&
    metadata !== null &&
    'issuer' in metadata &&
    metadata.issuer === issuer &&
    'jwks_uri' in metadata &&
    typeof metadata.jwks_uri === 'string'
  ) {
    return metadata.jwks_uri;
  }
  throw new Error(
    `身份提供方未在 ${address} 公布密钥地址：请检查 TONGBAN_OIDC_ISSUER，或设置 TONGBAN_OIDC_JWKS_URL。`,
  );
}
