import type { EndpointId } from '../domain/notices/destination.ts';
import { Problem } from './problems.ts';

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** The id of a webhook endpoint in an address. @throws {Problem} 404 for what is none. */
export function webhookEndpointIdOf(text: string): EndpointId {
  if (!isUuid(text)) throw new Problem('not_found');
  return text as EndpointId;
}
