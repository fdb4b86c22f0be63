import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountOf, callerOf } from './authentication.ts';
import type { RateLimits } from './deps.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts one more request for whoever sends this one, and says with the reply what is left.
     * @throws {Problem} 429
     */
    countRequest(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  }
}

export const noLimits: RateLimits = { perClient: 0, perPerson: 0 };

const windowS = 60;

// Whoever was counted longest ago is forgotten first, so that names made up by the thousand take no more memory.
const counted = 20_000;

/**
 * Counts what each client and each person asks in a minute, and refuses what is more (429). `RateLimit-Policy` says
 * the limits and `RateLimit` what is left of them, as draft-ietf-httpapi-ratelimit-headers has them. Every process
 * counts for itself: behind n processes a caller may get n times as much.
 */
export async function limitRates(scope: FastifyInstance, limits: RateLimits): Promise<void> {
  await scope.register(rateLimit, { global: false, cache: counted });
  const policies = [
    { name: 'client', quota: limits.perClient, keyOf: clientOf },
    { name: 'person', quota: limits.perPerson, keyOf: personOf },
  ]
    .filter(({ quota }) => quota > 0)
    .map(({ name, quota, keyOf }) => ({
      name,
      quota,
      count: scope.createRateLimit({
        max: quota,
        timeWindow: windowS * 1000,
        keyGenerator: (request) => keyOf(request) ?? '',
        // A provider that does not say which client it was: the person counts. A program is no person.
        allowList: (request) => keyOf(request) === undefined,
      }),
    }));
  const countRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const counts = await Promise.all(
      policies.map(async ({ name, quota, count }) => ({ name, quota, state: await count(request) })),
    );
    const told = counts.flatMap(({ name, quota, state }) =>
      state.isAllowed ? [] : [{ name, quota, ...state }],
    );
    if (told.length === 0) return;
    void reply.headers({
      'ratelimit-policy': told.map(({ name, quota }) => `"${name}";q=${quota};w=${windowS}`).join(', '),
      ratelimit: told
        .map(({ name, remaining, ttlInSeconds }) => `"${name}";r=${remaining};t=${ttlInSeconds}`)
        .join(', '),
    });
    const exceeded = told.filter(({ isExceeded }) => isExceeded);
    if (exceeded.length === 0) return;
    const retryAfterSeconds = Math.max(...exceeded.map(({ ttlInSeconds }) => ttlInSeconds));
    throw new Problem('too_many_requests', { retryAfterSeconds });
  };
  scope.decorate('countRequest', countRequest);
  scope.addHook('onRequest', countRequest);
}

function clientOf(request: FastifyRequest): string | undefined {
  return callerOf(request).clientId;
}

function personOf(request: FastifyRequest): string | undefined {
  const caller = callerOf(request);
  return caller.roles.includes('api_client') ? undefined : accountOf(caller);
}
