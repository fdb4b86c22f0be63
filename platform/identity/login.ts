import type { Configuration } from 'openid-client';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { AuthenticationRequirement } from '../../domain/authentication.ts';
import type { Identity } from './principal.ts';
import { findIdentity } from './principal.ts';
import type { Provider, ProviderSettings } from './provider.ts';
import { asProviderFault } from './provider-fault.ts';

/** The provider did not say who it is, or what it said does not belong to this login. */
export class LoginRefusedError extends Error {
  override readonly name = 'LoginRefusedError';
  readonly reason: 'declined' | 'unproved' | 'no_officer';
  /** The provider's own word (RFC 6749 §5.2), for the log: `invalid_client` is a fault of our settings. */
  readonly code: string | undefined;

  constructor(reason: LoginRefusedError['reason'], cause?: unknown) {
    super(`login refused: ${reason}`, { cause });
    this.reason = reason;
    const isAnswer = cause instanceof ResponseBodyError || cause instanceof AuthorizationResponseError;
    this.code = isAnswer ? cause.error : undefined;
  }
}

/** What binds the provider's answer to the browser that began; kept by that browser until it comes back. */
export interface LoginChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody who has logged in. */
export interface Login {
  readonly identity: Identity;
  /** His subject and his session at the provider, by which it says that he has logged out. */
  readonly providerSubject: string;
  readonly providerSession: string | null;
  readonly idToken: string;
}

/** Logs officers in at a provider by authorization code and PKCE. All of it may throw ProviderUnavailableError. */
export interface LoginClient {
  begin(redirectUri: string, stepUp?: AuthenticationRequirement): Promise<{ url: URL; checks: LoginChecks }>;
  /** @throws {LoginRefusedError} */
  complete(callback: URL, checks: LoginChecks): Promise<Login>;
  /** Where a browser ends its session at the provider (RP-Initiated Logout 1.0); undefined if it cannot. */
  findSignOutUrl(idToken: string, returnUri: string): Promise<URL | undefined>;
}

export function createLoginClient(provider: Provider, settings: ProviderSettings): LoginClient {
  const { scope = 'openid' } = settings.client ?? {};
  return {
    async begin(redirectUri, stepUp) {
      const configuration = await provider.configuration();
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...(stepUp === undefined ? {} : stepUpParameters(stepUp)),
      });
      return { url, checks };
    },

    async complete(callback, { state, nonce, verifier }) {
      const configuration = await provider.configuration();
      try {
        const tokens = await authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const idClaims = tokens.claims();
        if (idClaims === undefined || tokens.id_token === undefined) throw new LoginRefusedError('unproved');
        const identity =
          findIdentity(idClaims, settings.claims) ??
          findIdentity(
            { ...(await userInfo(configuration, tokens.access_token, idClaims.sub)), ...idClaims },
            settings.claims,
          );
        // A program has no browser.
        if (identity === undefined || identity.roles.includes('api_client')) {
          throw new LoginRefusedError('no_officer');
        }
        const { sid } = idClaims;
        return {
          identity,
          providerSubject: idClaims.sub,
          providerSession: typeof sid === 'string' ? sid : null,
          idToken: tokens.id_token,
        };
      } catch (error) {
        if (error instanceof LoginRefusedError) throw error;
        const reason = error instanceof AuthorizationResponseError ? 'declined' : 'unproved';
        throw asProviderFault(error) ?? new LoginRefusedError(reason, error);
      }
    },

    async findSignOutUrl(idToken, returnUri) {
      const configuration = await provider.configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: returnUri,
      });
    },
  };
}

/** Many providers put what a scope grants there and not into the ID token (OpenID Connect Core 1.0 §5.4). */
async function userInfo(configuration: Configuration, accessToken: string, subject: string) {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  return fetchUserInfo(configuration, accessToken, subject);
}

function stepUpParameters({ acr, maxAgeS }: AuthenticationRequirement): Record<string, string> {
  return {
    ...(acr === undefined ? {} : { acr_values: acr.join(' ') }),
    // Whoever asks for more wants it proved now, not remembered.
    ...(maxAgeS === undefined ? { prompt: 'login' } : { max_age: String(maxAgeS) }),
  };
}
