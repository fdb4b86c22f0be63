import { ClientError, ResponseBodyError } from 'openid-client';
import { ProviderUnavailableError } from './provider-unavailable.ts';

// The codes of oauth4webapi: no answer in time, and an answer that is none of OAuth's.
const faults = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** The error as the provider's being away, where it is that. */
export function asProviderFault(error: unknown): ProviderUnavailableError | undefined {
  if (error instanceof ProviderUnavailableError) return error;
  const isAway =
    // What fetch throws when there is no connection.
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (error instanceof ClientError && error.code !== undefined && faults.has(error.code)) ||
    (error instanceof ResponseBodyError && error.status >= 500);
  return isAway ? new ProviderUnavailableError('the provider does not answer', { cause: error }) : undefined;
}
