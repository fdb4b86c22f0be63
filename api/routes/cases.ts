import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listCases } from '../../db/repositories/cases.ts';
import { withScope } from '../../db/scope.ts';
import { callerOf } from '../authentication.ts';
import { listItemsOf } from '../case-list.ts';
import { caseFilterOf, CaseQuery, cursorParts } from '../case-query.ts';
import { readCaseView } from '../case-view.ts';
import { pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { notModified, sendUnlessSeen } from '../etag.ts';
import { acceptedLater } from '../later.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AcceptedSchema, CaseListItemSchema, CaseSchema } from '../schemas/case.ts';
import { pageSchema } from '../schemas/page.ts';
import { ref } from '../schemas/reference.ts';
import { fieldsOf, FieldsQuery, partial, sparsely, typeOf, withFields } from '../sparse.ts';

/** Reading cases: the list and a single one. */
export function caseRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listCases',
      summary: '申请件列表',
      description: 'Cases of the caller’s unit and of those below it, personal data masked.',
      tags: ['cases'],
      querystring: CaseQuery,
      response: {
        200: sparsely('A page', pageSchema(ref(CaseListItemSchema)), pageSchema(partial(CaseListItemSchema))),
      },
    };
    app.get('/v1/cases', { schema: listSchema }, async (request, reply) => {
      const { unitCode } = callerOf(request);
      const { limit, sort } = request.query;
      const fields = fieldsOf(request.query.fields, CaseListItemSchema);
      const now = deps.clock.now();
      const tree = await deps.units.tree();
      const page = await withScope(deps.database, unitCode, async (executor) => {
        const filter = caseFilterOf(request.query, now, tree);
        const rows =
          filter.statuses?.length === 0
            ? []
            : await listCases(executor, { ...filter, unitCode, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, (row) => cursorParts(row, sort));
        return { items: await listItemsOf(executor, items, { tree, now }), nextCursor };
      });
      const items = page.items.map((item) => withFields(item, fields));
      return reply.type(typeOf(fields)).send({ ...page, items });
    });

    const getSchema = {
      operationId: 'getCase',
      summary: '申请件',
      tags: ['cases'],
      params: CaseParams,
      querystring: Type.Object({ fields: FieldsQuery }, { additionalProperties: false }),
      sends: { 202: ['retry-after'] as const },
      response: {
        200: sparsely('The case', ref(CaseSchema), partial(CaseSchema)),
        202: ref(AcceptedSchema),
        ...notModified,
      },
    };
    app.get('/v1/cases/:caseNo', { schema: getSchema }, async (request, reply) => {
      const caseNo = caseNoOf(request.params.caseNo);
      const fields = fieldsOf(request.query.fields, CaseSchema);
      const view = await readCaseView(deps, callerOf(request), caseNo);
      if (view === 'pending') return reply.status(202).header('retry-after', '2').send(acceptedLater(caseNo));
      void reply.type(typeOf(fields));
      return sendUnlessSeen(request, reply, withFields(view, fields), view.version);
    });
    done();
  };
}
