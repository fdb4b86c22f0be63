import type { Role } from '../roles.ts';

const otherAdministrators: readonly Role[] = ['system_administrator', 'security_administrator'];

/**
 * Who reads the audit: the auditor alone [§8, 三员分立]. Whoever administers is himself audited, and would see whether he
 * was seen; so an account that holds two of the three does not read it either.
 */
export function mayReadAudit(roles: readonly Role[]): boolean {
  return roles.includes('auditor') && !roles.some((role) => otherAdministrators.includes(role));
}
