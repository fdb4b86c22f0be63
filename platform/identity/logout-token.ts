import type { TokenVerifierOptions } from './token-verifier.ts';
import { InvalidTokenError, verifiedClaims } from './token-verifier.ts';

/** Who has logged out at the provider: one of his sessions there, or all of them. */
export type SignedOut =
  | { readonly providerSession: string; readonly providerSubject: null }
  | { readonly providerSession: null; readonly providerSubject: string };

export type LogoutTokenVerifier = (token: string) => Promise<SignedOut>;

const event = 'http://schemas.openid.net/event/backchannel-logout';
// Long enough for a provider that tries again, too short to be kept for later.
const maxTokenAge = '5 minutes';

/**
 * Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.6) for a client. The audience is the client's id. No
 * type is demanded: the standard only recommends one, and `events` tells the token from every other.
 */
export function createLogoutTokenVerifier(options: TokenVerifierOptions): LogoutTokenVerifier {
  return async (token) => {
    const claims = await verifiedClaims(token, options, { requiredClaims: ['iat', 'jti'], maxTokenAge });
    const { events, nonce, sub, sid } = claims;
    if (nonce !== undefined || !isObject(events) || !isObject(events[event])) {
      throw new InvalidTokenError('no logout token');
    }
    if (typeof sid === 'string') return { providerSession: sid, providerSubject: null };
    if (typeof sub === 'string') return { providerSession: null, providerSubject: sub };
    throw new InvalidTokenError('the logout token names nobody');
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
