import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { Problem } from './problems.ts';

const bodyLimitBytes = 64 * 1024;

/** How a connection may behave: whoever sends a head or a body drop by drop holds none of ours. */
export const connectionLimits = {
  bodyLimit: bodyLimitBytes,
  // 40 MB of scans over a line of 2 Mbit/s take 160 s.
  requestTimeout: 300_000,
  // A balancer in front keeps its idle connections for 60 s: whoever closes first, it is not us.
  keepAliveTimeout: 72_000,
  // A host that is not named is refused with a problem (`refuseInsteadOfNode`).
  http: { headersTimeout: 20_000, connectionsCheckingInterval: 5000, requireHostHeader: false },
  // At a stop, what is being answered is finished; connections without a request are not waited for.
  forceCloseConnections: 'idle',
} as const satisfies FastifyHttpOptions<Server>;

/** What the process takes before it says that it is too busy. */
export interface Shedding {
  readonly maxEventLoopDelayMs: number;
  /** Of the whole process, what libraries hold included; 0 or left out is no limit. */
  readonly maxRssBytes?: number;
}

/** The event loop answers nobody for so long only when far too much is asked of it at once. */
export const defaultShedding: Shedding = { maxEventLoopDelayMs: 2000 };

/** For an app that shares its process with much else: a simulation, a test. */
export const neverShed: Shedding = { maxEventLoopDelayMs: 0 };

/** Whoever supervises the process asks these in its worst moments. */
export const alwaysAnswered: readonly string[] = ['/v1/health', '/v1/ready'];

/** Headers for browsers, and a clear no in time where everything would be late (503 with `Retry-After`). */
export async function registerHardening(app: FastifyInstance, shedding: Shedding): Promise<void> {
  await app.register(helmet, {
    // Data is no page: nothing in an answer is ever run, framed or shown as another type.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
  const { maxEventLoopDelayMs: maxEventLoopDelay, maxRssBytes = 0 } = shedding;
  await app.register(underPressure, {
    maxEventLoopDelay,
    maxRssBytes,
    // A loop that stood still for a whole interval counts as one that never answers again.
    sampleInterval: 5000,
    pressureHandler: (request) => {
      if (alwaysAnswered.includes(request.routeOptions.url ?? '')) return;
      throw new Problem('service_unavailable');
    },
  });
}
