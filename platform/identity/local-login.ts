import { randomUUID } from 'node:crypto';
import { calculatePKCECodeChallenge, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Role } from '../../domain/roles.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Clock } from '../clock.ts';
import { refuseProduction } from './local-issuer.ts';
import type { LoginChecks, LoginClient } from './login.ts';
import { LoginRefusedError } from './login.ts';

/** Somebody as whom a developer may log in. */
export interface LocalPerson {
  readonly officerId: string;
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
}

/** What binds a choice to the browser that began. */
export interface LocalChoice {
  readonly state: string;
  readonly challenge: string;
}

/** Logins without a provider: whoever opens the page says who he is. For development alone. */
export interface LocalLogin extends LoginClient {
  readonly people: readonly LocalPerson[];
  /** The code with which the browser that began comes back; undefined for a person who is not among them. */
  choose(officerId: string, choice: LocalChoice): string | undefined;
}

export interface LocalLoginOptions {
  readonly people: readonly LocalPerson[];
  readonly environment: 'development' | 'production';
  readonly clock: Clock;
}

const codeLifetimeMs = 60_000;

/**
 * Takes the provider's place in the same steps (state, PKCE, a code that is good once), so that what comes after is what
 * comes after any login. It asks for no second factor.
 * @throws {Error} in production.
 */
export function createLocalLogin({ people, environment, clock }: LocalLoginOptions): LocalLogin {
  refuseProduction(environment);
  const codes = new Map<
    string,
    LocalChoice & { readonly person: LocalPerson; readonly goodUntil: Instant }
  >();

  function take(code: string | null) {
    const chosen = codes.get(code ?? '');
    codes.delete(code ?? '');
    return chosen !== undefined && clock.now() < chosen.goodUntil ? chosen : undefined;
  }

  return {
    people,
    async begin(redirectUri) {
      const checks: LoginChecks = { state: randomState(), nonce: '', verifier: randomPKCECodeVerifier() };
      const url = new URL('local', redirectUri);
      url.searchParams.set('state', checks.state);
      url.searchParams.set('challenge', await calculatePKCECodeChallenge(checks.verifier));
      return { url, checks };
    },
    choose(officerId, choice) {
      const person = people.find((each) => each.officerId === officerId);
      if (person === undefined) return undefined;
      const now = clock.now();
      for (const [code, { goodUntil }] of codes) if (goodUntil <= now) codes.delete(code);
      const code = randomUUID();
      codes.set(code, { ...choice, person, goodUntil: addMs(now, codeLifetimeMs) });
      return code;
    },
    async complete({ searchParams }, { state, verifier }) {
      const chosen = take(searchParams.get('code'));
      const challenge = await calculatePKCECodeChallenge(verifier);
      const isOfThisBrowser = searchParams.get('state') === state && chosen?.state === state;
      if (chosen?.challenge !== challenge || !isOfThisBrowser) throw new LoginRefusedError('unproved');
      const { officerId, roles, unitCode } = chosen.person;
      const authentication = { acr: null, amr: [], authenticatedAt: clock.now() };
      return {
        identity: { subject: officerId, roles, unitCode, authentication, tokenEndsAt: null, boundTo: null },
        ...{ providerSubject: officerId, providerSession: null, idToken: '' },
      };
    },
    findSignOutUrl: () => Promise.resolve(undefined),
  };
}
