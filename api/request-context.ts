import type { Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isCaseNo } from '../domain/certificate/numbers.ts';
import type { LogContext } from '../platform/log-context.ts';
import { withLogContext } from '../platform/log-context.ts';
import { beginSpan, endSpan, SpanKind, withinSpan } from '../platform/tracing/spans.ts';
import { caseWorkflowId } from '../workflows/contract.ts';

interface RequestContext {
  readonly log: LogContext;
  readonly span: Span;
}

const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Does work in the name of a request: what it logs and traces says of which one. */
export function withinRequest<T>(request: FastifyRequest, work: () => T): T {
  const known = contexts.get(request);
  return known === undefined ? work() : withLogContext(known.log, () => withinSpan(known.span, work));
}

/**
 * Gives every request a context for logs and a span. A `traceparent` that comes along is not taken: whoever is outside
 * could have everything traced, or write into the traces of others.
 */
export function registerRequestContext(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, next) => {
    const { method, routeOptions, id } = request;
    const { caseNo } = Object(request.params) as { readonly caseNo?: string };
    // As it came it may be anything.
    const ofCase =
      caseNo !== undefined && isCaseNo(caseNo) ? { caseNo, workflowId: caseWorkflowId(caseNo) } : {};
    const route = routeOptions.url ?? 'none';
    const span = beginSpan(`${method} ${route}`, {
      kind: SpanKind.SERVER,
      root: true,
      attributes: { 'http.request.method': method, 'http.route': route, 'tongban.request_id': id },
    });
    contexts.set(request, { log: { requestId: id, ...ofCase }, span });
    withinRequest(request, next);
  });
  // A body that had to be waited for has come in the name of its connection.
  app.addHook('preValidation', (request, _reply, next) => {
    withinRequest(request, next);
  });
  app.addHook('onResponse', (request, { statusCode }, next) => {
    const span = contexts.get(request)?.span;
    span?.setAttribute('http.response.status_code', statusCode);
    if (span !== undefined) endSpan(span, statusCode >= 500 ? { name: String(statusCode) } : undefined);
    next();
  });
}
