import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditedAct } from '../../domain/audit/entry.ts';
import type { AuditKind, AuditOutcome } from '../../domain/audit/kinds.ts';
import { findAuthority } from '../../domain/authority/table.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { checkNumber, isCaseNo } from '../../domain/certificate/numbers.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import { callerOf } from '../authentication.ts';
import { auditFindings } from './findings.ts';
import { operationOf } from './operation-of.ts';

/** What a route knows of what it did and the request does not say. */
interface AuditNote {
  readonly objectId?: string;
  /** The cases that it made, each for a row of its own. */
  readonly caseNos?: readonly CaseNo[];
}

declare module 'fastify' {
  interface FastifyRequest {
    auditNote: AuditNote | null;
  }
}

/** Notes the numbers of what a route made for the row of the request. */
export function noteForAudit(request: FastifyRequest, note: AuditNote): void {
  request.auditNote = note;
}

/** What the rows of a request say: one, or one for each case that it made. @throws {Error} when its operation has no line in the table. */
export function auditedActs(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: AuditOutcome,
): ReturnType<typeof auditedAct>[] {
  const act = auditedAct(request, reply, outcome);
  const made = request.auditNote?.caseNos ?? [];
  return made.length === 0 ? [act] : made.map((caseNo) => ({ ...act, caseNo }));
}

function auditedAct(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: AuditOutcome,
): Omit<AuditedAct, 'kind'> & { readonly kind: AuditKind } {
  const { subject, roles, unitCode } = callerOf(request);
  const operation = operationOf(request.routeOptions.schema);
  const named = numbersOf(request, reply, outcome);
  return {
    ...{ kind: kindOf(operation, request.query), operation, outcome },
    ...{ officerId: subject, roles, unitCode, requestId: request.id },
    caseNo: named.caseNo,
    objectId: request.auditNote?.objectId ?? named.objectId,
    // What is absent and what is out of scope are told apart by nothing, a code among it.
    code: outcome === 'denied' ? request.problemCode : null,
  };
}

/** What came out while the request was judged: about whom is not said. */
export function auditedFindings(request: FastifyRequest): AuditedAct[] {
  const { subject, roles, unitCode } = callerOf(request);
  return [...(request.auditFindings ?? [])].map((finding) => ({
    ...auditFindings[finding],
    operation: operationOf(request.routeOptions.schema),
    ...{ officerId: subject, roles, unitCode, requestId: request.id },
    ...{ caseNo: null, objectId: null, code: null },
  }));
}

/** @throws {Error} when the policy table does not say. */
export function kindOf(operation: string, query: unknown): AuditKind {
  const as = findAuthority(operation)?.auditedAs;
  if (as == null) throw new Error(`domain/authority/table.ts does not say what ${operation} is audited as`);
  if (typeof as === 'string') return as;
  const { format } = Object(query) as { readonly format?: string };
  return format === 'csv' ? as.csv : as.json;
}

/** What the request was about: what stands in its address, or what it made. */
function numbersOf({ method, params }: FastifyRequest, reply: FastifyReply, outcome: AuditOutcome) {
  const { caseNo, ...others } = Object(params) as Record<string, string | undefined>;
  const location = reply.getHeader('location');
  const made = method === 'POST' && typeof location === 'string' ? location.split('/').at(-1) : undefined;
  const objectId = (isCaseNo(made ?? '') ? undefined : made) ?? Object.values(others).at(-1) ?? null;
  return {
    caseNo: [caseNo, made].find((text) => text !== undefined && isCaseNo(text)) ?? null,
    // Of what was allowed it is the number. Of what was not there it is whatever somebody typed.
    objectId: objectId !== null && (outcome === 'allowed' || isOurNumber(objectId)) ? objectId : null,
  };
}

function isOurNumber(text: string): boolean {
  return (
    checkNumber(text).valid || isUnitCode(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
  );
}
