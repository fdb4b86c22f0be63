import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../domain/errors.ts';
import { ProviderUnavailableError } from '../platform/identity/provider-unavailable.ts';
import { isOutage, traceOf } from '../platform/error-trace.ts';
import { problemCodesOf } from './declared-problems.ts';
import { fieldFaultsOf } from './field-faults.ts';
import { findChallenge } from './challenge.ts';
import { Problem, problemBody } from './problems.ts';
import { findRetryAfterSeconds } from './retry-after.ts';

/** What Fastify and its plugins throw, where their own status would not be the right code. */
const codeOf: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_PARTS_LIMIT: 'body_too_large',
  FST_FILES_LIMIT: 'body_too_large',
  FST_FIELDS_LIMIT: 'body_too_large',
};

const rootOf = { body: '', querystring: '/query', params: '/path', headers: '/headers' } as const;

/** What the log says of a code that an operation answered with and does not declare; no test lets it pass. */
export const undeclaredProblem = 'problem not declared';

const providerAway = '身份提供方没有应答，暂时不能登录，请稍后重试；已经登录的不受影响。';

/** Sends whatever goes wrong as a problem; what nobody foresaw is logged and told without its details. */
export function registerErrorHandler(app: FastifyInstance, publicUrl: string | undefined): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error(traceOf(error), 'request failed');
    // Whoever tries what is not his leaves a trace [§8]: what, and as what, never who about whom.
    if (problem.code === 'role_not_allowed') {
      const { method, routeOptions, caller } = request;
      request.log.warn({ method, route: routeOptions.url, roles: caller?.roles }, 'denied to the role');
    }
    return sendProblem(problem, request, reply, publicUrl);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Problem('not_found'), request, reply, publicUrl),
  );
}

/** Answers with a problem. */
export function sendProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
): FastifyReply {
  const challenge = findChallenge(problem);
  if (challenge !== undefined) void reply.header('www-authenticate', challenge);
  // Whoever sends too much is not listened to further, and a connection half read would keep the process from closing.
  const isLeftUnread = problem.code === 'body_too_large' || problem.details.body === 'left_unread';
  if (isLeftUnread) void reply.header('connection', 'close');
  const retryAfterSeconds = findRetryAfterSeconds(problem);
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  const { method, url = '', schema } = request.routeOptions;
  noteUndeclared(request, problem, problemCodesOf({ method, url, schema }));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(problemBody(problem, request.id, publicUrl));
}

/** What the document does not promise is answered all the same: whoever reads the log adds it to the route. */
export function noteUndeclared(
  { log, routeOptions }: FastifyRequest,
  { code }: Problem,
  declared: ReadonlySet<ErrorCode>,
): void {
  const operation = routeOptions.schema?.operationId;
  if (operation !== undefined && !declared.has(code)) log.error({ operation, code }, undeclaredProblem);
}

/** Whatever was thrown, as the problem that the caller is told. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ProviderUnavailableError) {
    return new Problem('service_unavailable', { detail: providerAway });
  }
  if (error.validation !== undefined) {
    const root = rootOf[error.validationContext as keyof typeof rootOf];
    return new Problem('validation_failed', { errors: fieldFaultsOf(error.validation, root) });
  }
  const code = codeOf[error.code];
  if (code !== undefined) return new Problem(code);
  if (error.statusCode !== undefined && error.statusCode < 500) return new Problem('malformed_request');
  return new Problem(isOutage(error) ? 'service_unavailable' : 'internal_error');
}
