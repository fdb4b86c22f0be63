import type { FastifyInstance } from 'fastify';
import { counter, gauge, histogram } from '../platform/metrics/metrics.ts';

const requests = counter('tongban_http_requests_total');
const durations = histogram('tongban_http_request_duration_seconds');
const inFlight = gauge('tongban_http_requests_in_flight');

const msPerSecond = 1000;

/** Counts and times requests by the pattern of their route; the address itself may hold anything. */
export function registerRequestMetrics(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, _reply, next) => {
    inFlight.inc();
    next();
  });
  app.addHook('onResponse', ({ method, routeOptions }, { statusCode, elapsedTime }, next) => {
    const route = routeOptions.url ?? 'none';
    inFlight.dec();
    requests.inc({ method, route, status: String(statusCode) });
    durations.observe({ method, route }, elapsedTime / msPerSecond);
    next();
  });
}
