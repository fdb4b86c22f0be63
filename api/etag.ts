import type { FastifyRequest } from 'fastify';
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
