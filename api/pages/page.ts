import { createHash } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorSentences } from '../../domain/errors.ts';
import { traceOf } from '../../platform/error-trace.ts';
import { problemOf } from '../error-handler.ts';
import type { Problem } from '../problems.ts';
import { findRetryAfterSeconds } from '../retry-after.ts';

/** What a form of ours was sent with: texts by their names. */
export type Form = Readonly<Record<string, string | undefined>>;

/** Lets a scope read what a plain HTML form sends, and nothing else: every field of it is a text. */
export function takeForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body as string)));
    },
  );
}

/** The form that a request brought; empty for one that brought none. */
export function formOf({ body }: FastifyRequest): Form {
  return typeof body === 'object' && body !== null ? (body as Form) : {};
}

/** The path below which the pages are found from outside, without a slash at its end. */
export function basePathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

interface PageOptions {
  readonly status?: number;
  /** Other origins to which an answer to one of its forms leads. */
  readonly formTargets?: readonly string[];
}

/** Sends a page that loads nothing, runs nothing, is kept nowhere and sends its forms to us alone. */
export function sendPage(
  reply: FastifyReply,
  html: string,
  { status = 200, formTargets = [] }: PageOptions = {},
): FastifyReply {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  const styleHash = createHash('sha256').update(style).digest('base64');
  return reply
    .status(status)
    .headers({
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${["'self'", ...formTargets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Shows whatever goes wrong in a scope on its own page, in the words of the API. */
export function showFaults(
  scope: FastifyInstance,
  page: (fault: string, request: FastifyRequest) => string,
): void {
  scope.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error(traceOf(error), 'request failed');
    const retryAfterSeconds = findRetryAfterSeconds(problem);
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    return sendPage(reply, page(sentenceOf(problem), request), { status: problem.status });
  });
}

function sentenceOf({ code, details: { retryAfterSeconds } }: Problem): string {
  if (retryAfterSeconds === undefined) return errorSentences[code];
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return `${errorSentences[code]}（约${String(minutes)}分钟后）`;
}
