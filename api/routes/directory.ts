import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ApiDeps } from '../deps.ts';
import { directoryContactsRoutes } from './directory-contacts.ts';
import { directoryEditRoutes } from './directory-edits.ts';
import { directoryFileRoutes } from './directory-files.ts';
import { directoryGapRoutes } from './directory-gaps.ts';
import { directoryPersonRoutes } from './directory-persons.ts';
import { directoryUnitRoutes } from './directory-units.ts';

/** 专管员目录: everything under `/v1/directory`. */
export function directoryRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(directoryPersonRoutes(deps));
    await app.register(directoryEditRoutes(deps));
    await app.register(directoryUnitRoutes(deps));
    await app.register(directoryContactsRoutes(deps));
    await app.register(directoryGapRoutes(deps));
    await app.register(directoryFileRoutes(deps));
  };
}
