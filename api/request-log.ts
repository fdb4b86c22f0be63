import type { FastifyInstance } from 'fastify';
import { withinRequest } from './request-context.ts';

/**
 * One line for each request: who opened what of which case, by number; the route, never the address or the body, in
 * which personal data may stand.
 */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { statusCode: status } = reply;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const { method, routeOptions, caller } = request;
    withinRequest(request, () => {
      request.log[level](
        {
          ...{ method, route: routeOptions.url ?? 'none', status, tookMs: Math.round(reply.elapsedTime) },
          ...(caller ? { officerId: caller.subject, unitCode: caller.unitCode } : {}),
        },
        'request',
      );
    });
    next();
  });
}
