import type { Problem } from './problems.ts';

/** Postgres and Temporal are back by then where they only changed places, and one of our own streams has been closed. */
const soonSeconds = 5;

/** In how many seconds it makes sense to ask again: of every 429 and 503, and of no other problem that does not say so. */
export function findRetryAfterSeconds({ status, details }: Problem): number | undefined {
  return details.retryAfterSeconds ?? (status === 429 || status === 503 ? soonSeconds : undefined);
}
