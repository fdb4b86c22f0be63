import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from '@fastify/type-provider-typebox';
import { Problem } from './problems.ts';

/** For the schema of every change of something that has an ETag; its form is read by {@link seenVersionOf}. */
export const IfMatchHeaders = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'ETag of what was read; required' })),
});

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that the caller has seen (RFC 9110 §13.1.1).
 * @throws {Problem} 428 when he says none, 412 when it is none of ours.
 */
export function seenVersionOf({ headers }: FastifyRequest): number {
  const tag = headers['if-match'];
  if (tag === undefined) throw new Problem('precondition_required');
  const [, version] = /^"(\d{1,9})"$/.exec(tag) ?? [];
  if (version === undefined) throw new Problem('precondition_failed');
  return Number(version);
}

/** For the schema of a change that may be tied to what was seen; its form is read by {@link findSeenVersion}. */
export const OptionalIfMatchHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description: 'ETag of the case as it was read, or its version in quotes: act on no other',
    }),
  ),
});

/**
 * The version of the case that the caller wants to act on, if he says one. Only the version in the ETag of a case
 * counts: that its due date has passed since, or a telephone number was corrected, is no reason to refuse an act.
 * @throws {Problem} 412 when it is none of ours.
 */
export function findSeenVersion({ headers }: FastifyRequest): number | undefined {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const [, version] = /^"(\d{1,9})(?:-[\w-]+)?"$/.exec(tag) ?? [];
  if (version === undefined) throw new Problem('precondition_failed');
  return Number(version);
}

/** For the schema of whatever is answered through {@link sendUnlessSeen}. */
export const notModified = { 304: { description: 'Not changed', type: 'null' } } as const;

const digestLength = 22;

/**
 * Answers with a strong ETag, or with 304 to whoever has this very answer. The ETag is made of the bytes, since they
 * depend on more than the ledger: on who reads, the time, the directory and the words and papers of the case. That of
 * a case begins with its version, which acts take as `If-Match`.
 */
export function sendUnlessSeen(
  request: FastifyRequest,
  reply: FastifyReply,
  view: object,
  version?: number,
): FastifyReply {
  const body = serialized(reply, view);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, digestLength);
  const etag = version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
  void reply.header('etag', etag);
  if (hasSeen(request.headers['if-none-match'], etag)) return reply.status(304).send();
  return reply.send(body);
}

/** As the route's schema has it: for the one type that it answers with, or for the type that the reply has by now. */
function serialized(reply: FastifyReply, view: object): string {
  const type = reply.getHeader('content-type')?.toString().split(';')[0];
  if (type === undefined) void reply.type('application/json; charset=utf-8');
  const serialize = reply.getSerializationFunction('200', type);
  if (serialize === undefined) throw new Error('the route has no schema for this answer');
  return serialize(view as Record<string, unknown>);
}

/** RFC 9110 §13.1.2: a list, compared weakly; `*` is whatever there is. */
function hasSeen(ifNoneMatch: string | undefined, etag: string): boolean {
  const seen = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return seen.includes('*') || seen.includes(etag);
}
