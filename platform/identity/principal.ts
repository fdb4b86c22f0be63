import type { JWTPayload } from 'jose';
import type { Authentication } from '../../domain/authentication.ts';
import type { Role } from '../../domain/roles.ts';
import { isRole } from '../../domain/roles.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import type { ClaimNames } from './claims.ts';
import { findClaim } from './claims.ts';

/** Who calls: an officer by number, his roles and his unit. His name stands with whoever issued the token. */
export interface Principal {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
  /** The system that the token was given to (RFC 9068 `client_id`), where the provider says it. */
  readonly clientId?: string;
}

/** A principal, with how he proved it. */
export interface Identity extends Principal {
  readonly authentication: Authentication;
  /** When the token ends; null for whoever is known by a session. */
  readonly tokenEndsAt: Instant | null;
  /** Thumbprint of the certificate that the token is bound to (RFC 8705 §3.1); null for a bearer's. */
  readonly boundTo: string | null;
}

const maxSubjectCharacters = 255;

/**
 * The caller whom claims name, or undefined when they name no officer of a unit and no program of one. Roles of other
 * systems among them are none of ours and are passed over.
 */
export function findIdentity(claims: JWTPayload, names: ClaimNames): Identity | undefined {
  const subject = findClaim(claims, names.officer);
  if (typeof subject !== 'string' || subject === '' || subject.length > maxSubjectCharacters)
    return undefined;
  const unitCode = findClaim(claims, names.unit);
  if (typeof unitCode !== 'string' || !isUnitCode(unitCode)) return undefined;
  const roles = findRoles(findClaim(claims, names.roles));
  if (roles === undefined || !isOnePersonOrProgram(roles, claims)) return undefined;
  const { client_id: client, exp } = claims;
  return {
    ...{ subject, roles, unitCode },
    ...(typeof client === 'string' && client !== '' ? { clientId: client } : {}),
    ...{ authentication: authenticationOf(claims), boundTo: bindingOf(claims) },
    tokenEndsAt: exp === undefined ? null : instantFromEpochMs(exp * 1000),
  };
}

function findRoles(claim: unknown): readonly Role[] | undefined {
  if (!Array.isArray(claim)) return undefined;
  const known = claim.filter((role): role is Role => typeof role === 'string' && isRole(role));
  return [...new Set(known)];
}

/** A program is registered at the provider (RFC 9068 §2.2: `client_id`) and has no role of a person beside its own. */
function isOnePersonOrProgram(roles: readonly Role[], { client_id: clientId }: JWTPayload): boolean {
  return !roles.includes('api_client') || (roles.length === 1 && typeof clientId === 'string');
}

function authenticationOf({ acr, amr, auth_time: authTimeS }: JWTPayload): Authentication {
  return {
    acr: typeof acr === 'string' ? acr : null,
    amr: Array.isArray(amr) ? amr.filter((method): method is string => typeof method === 'string') : [],
    authenticatedAt: typeof authTimeS === 'number' ? instantFromEpochMs(authTimeS * 1000) : null,
  };
}

/** A binding that we cannot read must not turn into none: it then fits no certificate. */
function bindingOf({ cnf }: JWTPayload): string | null {
  if (cnf === undefined) return null;
  const thumbprint = findClaim(Object(cnf) as JWTPayload, 'x5t#S256');
  return typeof thumbprint === 'string' ? thumbprint : '';
}
