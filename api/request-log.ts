import type { FastifyInstance } from 'fastify';
import { isCaseNo } from '../domain/certificate/numbers.ts';

/**
 * One line for each request: who opened what of which case, by number; the route, never the address or the body, in
 * which personal data may stand.
 */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { statusCode: status } = reply;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const { method, routeOptions, caller, params } = request;
    const { caseNo } = Object(params) as { readonly caseNo?: string };
    request.log[level](
      {
        ...{ method, route: routeOptions.url ?? 'none', status, tookMs: Math.round(reply.elapsedTime) },
        ...(caller ? { officerId: caller.subject, unitCode: caller.unitCode } : {}),
        // As it came it may be anything.
        ...(caseNo !== undefined && isCaseNo(caseNo) ? { caseNo } : {}),
      },
      'request',
    );
    next();
  });
}
