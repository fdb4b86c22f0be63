import type { FastifyRequest } from 'fastify';
import type { AuditedAct } from '../../domain/audit/entry.ts';

/**
 * What came out while a request was judged and has a row of its own, whatever is answered: also a request that is refused
 * for what is wrong with it has looked a person up, or shown that somebody stood there with another's document (S25).
 */
export const auditFindings = {
  person_found: { kind: 'search', outcome: 'allowed' },
  person_does_not_match: { kind: 'identity_mismatch', outcome: 'denied' },
} as const satisfies Record<string, Pick<AuditedAct, 'kind' | 'outcome'>>;

export type AuditFinding = keyof typeof auditFindings;

/** Takes what came out for the audit; twice is as good as once. */
export type NoteFinding = (finding: AuditFinding) => void;

declare module 'fastify' {
  interface FastifyRequest {
    auditFindings: Set<AuditFinding> | null;
  }
}

/** For whoever judges what a request brings. */
export function findingsOf(request: FastifyRequest): NoteFinding {
  return (finding) => {
    request.auditFindings = (request.auditFindings ?? new Set()).add(finding);
  };
}
