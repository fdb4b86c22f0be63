/** The identity provider does not answer, or not as one. Nobody can log in; whoever is logged in goes on. */
export class ProviderUnavailableError extends Error {
  override readonly name = 'ProviderUnavailableError';
}

/**
 * Asks a provider for what all requests share: those that come meanwhile wait for the same answer, and a failure is
 * everybody's for a while, so that a provider that is down is not asked by every token that somebody makes up.
 */
export function askedOnceAtATime<Answer>(
  ask: () => Promise<Answer>,
  failureCooldownMs: number,
): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  let failedAtMs = -Infinity;
  return () => {
    if (asked !== undefined) return asked;
    if (Date.now() - failedAtMs < failureCooldownMs) {
      return Promise.reject(new ProviderUnavailableError('failed a moment ago'));
    }
    asked = ask()
      .catch((cause: unknown) => {
        failedAtMs = Date.now();
        throw new ProviderUnavailableError('the identity provider does not answer', { cause });
      })
      .finally(() => {
        asked = undefined;
      });
    return asked;
  };
}
