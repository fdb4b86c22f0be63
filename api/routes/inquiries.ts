import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { requestsPerMinute } from '../../domain/inquiry/attempt-limits.ts';
import type { ApiDeps } from '../deps.ts';
import { inquireStatus } from '../inquiries/case-status.ts';
import { checkMarks } from '../inquiries/certificate-check.ts';
import { clientNetworkOf } from '../inquiries/client-address.ts';
import { Problem } from '../problems.ts';
import {
  CaseStatusBody,
  CaseStatusSchema,
  CertificateCheckBody,
  CertificateCheckSchema,
} from '../schemas/inquiry.ts';
import { publicPageRoutes } from './public-pages.ts';

const bodyLimitBytes = 2048;

/**
 * What anybody may ask without a token, by what is printed on a paper that he holds. A secret never stands in an address that
 * is typed or linked, therefore POST; the token of a QR code does, which leads to no more than the paper says.
 */
export function inquiryRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    await limitRequests(app);
    await app.register(publicPageRoutes(deps));
    const common = { tags: ['public'], security: [] };

    const statusSchema = {
      operationId: 'inquireCaseStatus',
      summary: '申请人查询办理进度',
      description:
        'By the number of the case and the code on its receipt, in the body, because addresses are logged on their way. Who holds the case and since when, when it is due and why, what to do and to bring. A wrong code and a number of nothing get the same answer.',
      ...common,
      body: CaseStatusBody,
      problems: ['case_status_not_found', 'too_many_attempts'] as const,
      response: { 200: CaseStatusSchema },
    };
    app.post('/v1/status', { schema: statusSchema, bodyLimit: bodyLimitBytes }, (request) =>
      inquireStatus(deps, { address: request.ip, ...request.body }),
    );

    const checkSchema = {
      operationId: 'checkCertificate',
      summary: '核验户籍事项证明',
      description:
        'By the token of its QR code, or by its number and the check code beside it. Whether it holds, the unit that issued it, when, and the masked name of its holder; nothing else. Each check is recorded for the stations of the case, without who made it.',
      ...common,
      body: CertificateCheckBody,
      problems: ['certificate_not_confirmed', 'too_many_attempts'] as const,
      response: { 200: CertificateCheckSchema },
    };
    app.post('/v1/certificate-checks', { schema: checkSchema, bodyLimit: bodyLimitBytes }, (request) =>
      checkMarks(deps, request.ip, request.body),
    );
  };
}

/** However an attempt ends, so many a minute of one address; guesses are counted across processes beside it. */
async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => clientNetworkOf(ip),
    // An answer says nothing of what was asked before it.
    addHeaders: none(['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after']),
    addHeadersOnExceeding: none(['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('too_many_attempts', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
}

function none(headers: readonly string[]): Record<string, false> {
  return Object.fromEntries(headers.map((header) => [header, false]));
}
