import type { Instant } from './time/instant.ts';
import { addMs } from './time/instant.ts';

declare const sessionIdBrand: unique symbol;

/** Names a session at pages; a lower-case uuid. */
export type SessionId = string & { readonly [sessionIdBrand]: true };

export interface SessionTerms {
  /** It ends when it was not used for as long … */
  readonly idleMs: number;
  /** … and in any case as long after its login. */
  readonly maxMs: number;
}

/** Whether a session still holds. */
export function isSessionAlive(
  { lastUsedAt, expiresAt }: { readonly lastUsedAt: Instant; readonly expiresAt: Instant },
  { idleMs }: SessionTerms,
  now: Instant,
): boolean {
  return now < expiresAt && now < addMs(lastUsedAt, idleMs);
}
