import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditOutcome } from '../../domain/audit/kinds.ts';
import { isRecorded } from '../../domain/audit/kinds.ts';
import { traceOf } from '../../platform/error-trace.ts';
import { Problem } from '../problems.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { AuditedAct } from '../../domain/audit/entry.ts';
import { auditedActs, auditedFindings, kindOf } from './audited.ts';
import { operationOf } from './operation-of.ts';
import type { AuditWriter } from './writer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    problemCode: ErrorCode | null;
    auditState: 'open' | 'settled';
  }
}

/** What is not there and what is out of scope; other codes of 404 speak of a case that the caller sees. */
const notFound: readonly (ErrorCode | null)[] = ['not_found', 'case_not_found'];

/**
 * Writes the rows of every request of the scope, before a byte of its answer goes out: where it cannot be written, the
 * answer is 503 and nothing else. A route without a line in the table of operations is refused when it is added.
 */
export function recordRequests(scope: FastifyInstance, writer: AuditWriter): void {
  scope.decorateRequest('auditNote', null);
  scope.decorateRequest('auditFindings', null);
  scope.decorateRequest('problemCode', null);
  scope.decorateRequest('auditState', 'open');
  scope.addHook('onRoute', ({ schema }) => {
    kindOf(operationOf(schema), {});
  });
  scope.addHook('onError', (request, _reply, error, next) => {
    request.problemCode = error instanceof Problem ? error.code : null;
    next();
  });
  scope.addHook('onSend', (request, reply) => recordRequest(writer, request, reply));
}

async function recordRequest(
  writer: AuditWriter,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  // Whoever did not say who he is has no unit whose auditor would look at it; the log has it.
  if (request.caller === null || request.auditState === 'settled') return;
  const acts = [...auditedFindings(request), ...actsOf(request, reply)];
  if (acts.length === 0) return;
  request.auditState = 'settled';
  try {
    await Promise.all(acts.map((act) => writer.append(act)));
  } catch (error) {
    request.log.error(traceOf(error), 'audit not written');
    for (const header of ['etag', 'location', 'content-disposition', 'repr-digest'])
      reply.removeHeader(header);
    throw new Problem('service_unavailable');
  }
}

function actsOf(request: FastifyRequest, reply: FastifyReply): AuditedAct[] {
  const outcome = outcomeOf(request, reply);
  if (outcome === undefined) return [];
  return auditedActs(request, reply, outcome).filter(({ kind }) => isRecorded(kind, outcome));
}

/** Undefined where nothing was given and nothing refused to somebody: the request as such was wrong, or we were. */
function outcomeOf({ problemCode }: FastifyRequest, { statusCode }: FastifyReply): AuditOutcome | undefined {
  if (statusCode < 400) return 'allowed';
  if (statusCode === 403 || problemCode === 'insufficient_user_authentication') return 'denied';
  return statusCode === 404 && notFound.includes(problemCode) ? 'not_found' : undefined;
}
