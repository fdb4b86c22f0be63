import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, customFetch } from 'jose';
import { askedOnceAtATime, ProviderUnavailableError } from './provider-unavailable.ts';

export interface KeyTimes {
  /** Older keys are fetched again before one of them is trusted: a key that was withdrawn is so no longer. */
  readonly refreshAfterMs: number;
  /** How long the keys hold while the provider does not answer. */
  readonly keptForMs: number;
  /** An unknown key id is no reason to ask again so soon after an answer. */
  readonly cooldownMs: number;
  /** Nor is anything so soon after a failure. */
  readonly failureCooldownMs: number;
}

export const keyTimes: KeyTimes = {
  refreshAfterMs: 10 * 60_000,
  keptForMs: 24 * 60 * 60_000,
  cooldownMs: 30_000,
  failureCooldownMs: 5_000,
};

const timeoutMs = 5_000;

/**
 * The keys of a provider: fetched when first needed, again when it signs with a new one, and when they have grown old.
 * While it does not answer, those that are known go on.
 * @throws {ProviderUnavailableError} from the function returned, when a key is needed that is not known.
 */
export function createProviderKeys(
  jwksUrl: () => Promise<URL>,
  { refreshAfterMs, keptForMs, cooldownMs, failureCooldownMs }: KeyTimes = keyTimes,
): JWTVerifyGetKey {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  let refreshAtMs = 0;
  let refreshed = Promise.resolve();
  return async (header, token) => {
    const known = (keys ??= keysAt(await jwksUrl()));
    if (known.jwks() !== undefined && Date.now() >= refreshAtMs) {
      refreshAtMs = Date.now() + refreshAfterMs;
      refreshed = known.reload().catch(() => undefined);
    }
    await refreshed;
    return known(header, token);
  };

  function keysAt(address: URL) {
    refreshAtMs = Date.now() + refreshAfterMs;
    const fetchKeys = askedOnceAtATime(() => fetchText(address), failureCooldownMs);
    return createRemoteJWKSet(address, {
      cacheMaxAge: keptForMs,
      cooldownDuration: cooldownMs,
      [customFetch]: async () => new Response(await fetchKeys()),
    });
  }
}

async function fetchText(address: URL): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(address, {
    redirect: 'error',
    signal,
    headers: { accept: 'application/json, application/jwk-set+json' },
  });
  if (!response.ok) throw new ProviderUnavailableError(`the keys’ address answers ${response.status}`);
  return response.text();
}
