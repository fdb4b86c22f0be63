import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listItems } from '../../db/repositories/batch-items.ts';
import { listBatches } from '../../db/repositories/batches.ts';
import { withScope } from '../../db/scope.ts';
import { batchApproval } from '../../domain/operations/batch.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf, readTimedPosition } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { batchAsked, planItems } from '../operations/batch-targets.ts';
import { getBatch, itemsTable, itemView, viewBatch, viewBatches } from '../operations/batch-view.ts';
import {
  BatchItemQuery,
  BatchItemSchema,
  BatchPreviewSchema,
  BatchQuestionSchema,
  BatchSchema,
} from '../schemas/batch.ts';
import { pageSchema, paging } from '../schemas/page.ts';

const tags = ['operations'];
const params = Type.Object({ id: Type.String() });
const rowsAtOnce = 1000;
const previewed = 20;

const previewSchema = {
  operationId: 'previewBatch',
  summary: '批量操作的预览',
  description: 'How many, and which first, a filter meets now. Nothing is done by asking.',
  tags,
  body: BatchQuestionSchema,
  problems: ['batch_filter_needed', 'batch_too_large'] as const,
  response: { 200: BatchPreviewSchema },
};

const listSchema = {
  operationId: 'listBatches',
  summary: '批量操作记录',
  tags,
  querystring: Type.Object(paging, { additionalProperties: false }),
  response: { 200: pageSchema(BatchSchema) },
};

const getSchema = {
  operationId: 'getBatch',
  summary: '一次批量操作及其进度',
  tags,
  params,
  problems: ['not_found'] as const,
  response: { 200: BatchSchema },
};

const itemsSchema = {
  operationId: 'listBatchItems',
  summary: '批量操作逐件结果',
  description:
    'What came of each, in its order. With format=csv all of them as CSV, UTF-8 with a byte order mark: the report; limit and cursor do not count then.',
  tags,
  params,
  querystring: BatchItemQuery,
  problems: ['not_found'] as const,
  response: {
    200: {
      description: 'Default Response',
      content: {
        'application/json': { schema: pageSchema(BatchItemSchema) },
        'text/csv': { schema: Type.Unsafe({ type: 'string', contentMediaType: 'text/csv' }) },
      },
    },
  },
};

/** What was done to many cases at once, and what would be. */
export function batchRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock, units } = deps;
  return (app, _options, done) => {
    app.post('/v1/operations/batches/preview', { schema: previewSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const tree = await units.tree();
      const asked = batchAsked(request.body);
      const items = await withScope(database, unitCode, (executor) =>
        planItems(executor, asked, { unitCode, tree }),
      );
      const first = items
        .slice(0, previewed)
        .map(({ caseNo, choice }) => ({ caseNo, choice: choice && { ...choice } }));
      return { count: items.length, approval: batchApproval(asked.action), items: first };
    });

    app.get('/v1/operations/batches', { schema: listSchema }, (request) => {
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, readTimedPosition);
      return withScope(database, callerOf(request).unitCode, async (executor) => {
        const rows = await listBatches(executor, { before, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
        return { items: await viewBatches(executor, items, clock.now()), nextCursor };
      });
    });

    app.get('/v1/operations/batches/:id', { schema: getSchema }, (request) =>
      withScope(database, callerOf(request).unitCode, (executor) =>
        viewBatch(executor, request.params.id, clock.now()),
      ),
    );

    app.get('/v1/operations/batches/:id/items', { schema: itemsSchema }, async (request, reply) => {
      const { unitCode } = callerOf(request);
      const { limit, cursor, format, standing: standings } = request.query;
      const batch = await withScope(database, unitCode, (executor) => getBatch(executor, request.params.id));
      const read = (after: number | undefined, most: number) =>
        withScope(database, unitCode, (executor) =>
          listItems(executor, { batch: batch.id, standings, after, limit: most }),
        );
      if (format === 'csv') {
        return reply
          .type('text/csv; charset=utf-8; header=present')
          .header('content-disposition', `attachment; filename="batch-${batch.id}.csv"`)
          .send(Readable.from(itemsTable((after) => read(after, rowsAtOnce))));
      }
      const after = decodeCursor(cursor, ([position]) =>
        Number.isSafeInteger(position) ? (position as number) : undefined,
      );
      const { items, nextCursor } = pageOf(await read(after, limit + 1), limit, ({ position }) => [position]);
      return { items: items.map(itemView), nextCursor };
    });
    done();
  };
}
