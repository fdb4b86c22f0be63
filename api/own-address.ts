import type { FastifyRequest } from 'fastify';
import type { ApiDeps } from './deps.ts';

/** A path of ours as people reach it from outside. */
export function ownAddress({ publicUrl }: ApiDeps, request: FastifyRequest, path: string): string {
  return `${publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`}${path}`;
}
