import type { JWK } from 'jose';

/** Reads a private key with its algorithm; undefined when the text is none. */
export function findClientKey(text: string): JWK | undefined {
  try {
    const jwk = JSON.parse(text) as JWK;
    return typeof jwk.d === 'string' && typeof jwk.alg === 'string' ? jwk : undefined;
  } catch {
    return undefined;
  }
}
