import type { FastifyInstance } from 'fastify';
import { Problem } from './problems.ts';

/** No form of ours has half as many. */
const maxLevels = 32;

/**
 * Whether JSON has more levels than anything that we read. What goes through a value by calling itself (`JSON.stringify`
 * among it) has no stack left at some thousands of them, which are a few kilobytes; this does not call itself.
 */
export function isNestedTooDeeply(value: unknown): boolean {
  let level = [value];
  for (let levels = 0; levels <= maxLevels; levels += 1) {
    level = level.flatMap(childrenOf);
    if (level.length === 0) return false;
  }
  return true;
}

function childrenOf(value: unknown): unknown[] {
  const hasChildren = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  return hasChildren ? Object.values(value) : [];
}

/** Refuses a body that is nested too deeply, before anything looks into it. */
export function refuseNesting(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, next) => {
    next(isNestedTooDeeply(request.body) ? new Problem('malformed_request') : undefined);
  });
}
