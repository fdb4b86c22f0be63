import type { JWTPayload } from 'jose';

/** Under which names a provider tells who an officer is. */
export interface ClaimNames {
  /** His number in the service, by which the ledger knows him. */
  readonly officer: string;
  readonly roles: string;
  readonly unit: string;
}

export const defaultClaimNames: ClaimNames = { officer: 'sub', roles: 'roles', unit: 'unit' };

/**
 * The claim of a name. Providers nest them (`realm_access.roles`) or give them names with dots
 * (`https://id.example.cn/roles`): a claim of exactly this name comes first, then the path.
 */
export function findClaim(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, key) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }, claims);
}
