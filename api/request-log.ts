import type { FastifyInstance } from 'fastify';

/** One line for each request: the route, never the address or the body, in which personal data may stand. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { statusCode: status } = reply;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const { method, routeOptions } = request;
    request.log[level](
      { method, route: routeOptions.url ?? 'none', status, tookMs: Math.round(reply.elapsedTime) },
      'request',
    );
    next();
  });
}
