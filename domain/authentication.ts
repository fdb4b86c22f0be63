import type { Role } from './roles.ts';
import { roles } from './roles.ts';
import type { Instant } from './time/instant.ts';
import { epochMsOf } from './time/instant.ts';

/** How somebody proved who he is (OpenID Connect Core 1.0 §2), and when; the second factor is the provider's business. */
export interface Authentication {
  /** Context class that the authentication satisfied. */
  readonly acr: string | null;
  /** Methods that were used (RFC 8176). */
  readonly amr: readonly string[];
  readonly authenticatedAt: Instant | null;
}

/** What a role asks of the authentication; what is left out is not asked. */
export interface AuthenticationRequirement {
  /** One of these context classes. */
  readonly acr?: readonly string[];
  /** One of these methods. */
  readonly amr?: readonly string[];
  /** Seconds since the person proved himself. */
  readonly maxAgeS?: number;
}

export type RequiredAuthentication = Partial<Readonly<Record<Role, AuthenticationRequirement>>>;

/**
 * The first requirement of the roles that an authentication does not meet. Whoever has a strong role and a weak one is
 * asked for the strong one's: what he may do does not depend on how he came in.
 */
export function findUnmetRequirement(
  held: readonly Role[],
  authentication: Authentication,
  required: RequiredAuthentication,
  now: Instant,
): AuthenticationRequirement | undefined {
  return roles
    .filter((role) => held.includes(role))
    .map((role) => required[role])
    .find((requirement) => requirement !== undefined && !isMet(requirement, authentication, now));
}

function isMet(
  { acr, amr, maxAgeS }: AuthenticationRequirement,
  authentication: Authentication,
  now: Instant,
): boolean {
  if (acr !== undefined && (authentication.acr === null || !acr.includes(authentication.acr))) return false;
  if (amr !== undefined && !amr.some((method) => authentication.amr.includes(method))) return false;
  if (maxAgeS === undefined) return true;
  const { authenticatedAt } = authentication;
  return authenticatedAt !== null && epochMsOf(now) - epochMsOf(authenticatedAt) <= maxAgeS * 1000;
}
