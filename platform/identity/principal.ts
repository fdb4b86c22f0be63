import type { Role } from '../../domain/roles.ts';
import { isRole } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';

/** Who calls: an officer by number, his roles and his unit. His name stands with whoever issued the token. */
export interface Principal {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
}

/** Claims of an access token that say who calls, beside the registered ones of RFC 7519. */
interface OfficerClaims {
  readonly sub?: unknown;
  readonly roles?: unknown;
  readonly unit?: unknown;
}

/**
 * The caller that a token names, or undefined when it names no officer of a unit. Roles of other systems in the
 * same token are none of ours and are passed over.
 */
export function findPrincipal({ sub, roles, unit }: OfficerClaims): Principal | undefined {
  if (typeof sub !== 'string' || sub === '' || !Array.isArray(roles)) return undefined;
  if (typeof unit !== 'string' || !isUnitCode(unit)) return undefined;
  const known = roles.filter((role): role is Role => typeof role === 'string' && isRole(role));
  return { subject: sub, roles: [...new Set(known)], unitCode: unit };
}
