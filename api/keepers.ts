import type { Role } from '../domain/roles.ts';
import type { Principal } from '../platform/identity/principal.ts';
import { Problem } from './problems.ts';

// Who answers for what is kept and what is not; whoever handles cases has no say in it (三员分立).
const keepers: readonly Role[] = ['security_administrator', 'auditor'];

/** Whoever holds what retention would clear. @throws {Problem} 403 */
export function requireKeeper({ roles }: Principal): void {
  if (!roles.some((role) => keepers.includes(role))) throw new Problem('role_not_allowed');
}
