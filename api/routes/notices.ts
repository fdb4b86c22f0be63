import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listDeliveriesOf } from '../../db/repositories/deliveries.ts';
import { listNotices } from '../../db/repositories/notices.ts';
import { withScope } from '../../db/scope.ts';
import { stationsServedBy } from '../../domain/directory/mergers.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { noticeView } from '../delivery-view.ts';
import type { ApiDeps } from '../deps.ts';
import { noticeFields } from '../schemas/delivery.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { nullable } from '../schemas/reference.ts';

const NoticeSchema = Type.Object({
  ...noticeFields,
  caseNo: nullable(Type.String({ description: 'null for what is about no single case' })),
  role: Type.String(),
});

const schema = {
  operationId: 'listNotices',
  summary: '本单位本角色的通知',
  description:
    'The inbox of the caller’s unit and roles, newest first, with what became of each on other ways. It holds those of stations that were merged into the unit.',
  tags: ['notices'],
  querystring: Type.Object(paging, { additionalProperties: false }),
  response: { 200: pageSchema(NoticeSchema) },
};

/** `GET /v1/notices`. */
export function noticeRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/notices', { schema }, async (request) => {
      const { unitCode, roles, mergers } = callerOf(request);
      const units = stationsServedBy(unitCode, mergers);
      const { limit, cursor } = request.query;
      const beforeId = decodeCursor(cursor, ([id]) =>
        Number.isSafeInteger(id) ? (id as number) : undefined,
      );
      return withScope(database, unitCode, async (executor) => {
        const rows = await listNotices(executor, { units, roles, beforeId, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
        const deliveries = await listDeliveriesOf(
          executor,
          items.map(({ id }) => id),
        );
        return {
          items: items.map((notice) => ({
            ...noticeView(notice, deliveries),
            caseNo: notice.caseNo,
            role: notice.role ?? '',
          })),
          nextCursor,
        };
      });
    });
    done();
  };
}
