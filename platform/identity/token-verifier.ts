import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { errors, jwtVerify } from 'jose';
import type { ClaimNames } from './claims.ts';
import { defaultClaimNames } from './claims.ts';
import type { Identity } from './principal.ts';
import { findIdentity } from './principal.ts';
import { ProviderUnavailableError } from './provider-unavailable.ts';

/** The token is missing something, expired, tampered with, or meant for somebody else. */
export class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';
}

/** Says who calls. @throws {InvalidTokenError} when the token does not prove it. */
export type TokenVerifier = (token: string) => Promise<Identity>;

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly claims?: ClaimNames;
  /** How much the provider's clock and ours may differ. */
  readonly clockSkewS?: number;
}

/** Asymmetric only: with a shared secret whoever verifies could also sign. */
const signatureAlgorithms = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'EdDSA',
  'Ed25519',
];
const defaultClockSkewS = 5;

/** What the provider's answer is to blame for, when it asks for keys: not the token. */
const providerFaults = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT']);

/** Verifies access tokens (RFC 9068) of any OpenID Connect provider, ours or another. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { claims: names = defaultClaimNames } = options;
  return async (token) => {
    const claims = await verifiedClaims(token, options, { typ: 'at+jwt', requiredClaims: ['sub', 'exp'] });
    const identity = findIdentity(claims, names);
    if (identity === undefined) throw new InvalidTokenError('the token names no officer of a unit');
    return identity;
  };
}

interface Demands {
  readonly typ?: string;
  readonly requiredClaims: string[];
  readonly maxTokenAge?: string;
}

/**
 * What a token says that the issuer signed for the audience.
 * @throws {InvalidTokenError} when it did not.
 * @throws {ProviderUnavailableError} when its keys cannot be had.
 */
export async function verifiedClaims(
  token: string,
  { issuer, audience, keys, clockSkewS = defaultClockSkewS }: TokenVerifierOptions,
  demands: Demands,
): Promise<JWTPayload> {
  try {
    const options = { issuer, audience, algorithms: signatureAlgorithms, clockTolerance: clockSkewS };
    return (await jwtVerify(token, keys, { ...options, ...demands })).payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (providerFaults.has(error.code)) {
      throw new ProviderUnavailableError('the provider’s keys cannot be read', { cause: error });
    }
    throw new InvalidTokenError(error.code);
  }
}
