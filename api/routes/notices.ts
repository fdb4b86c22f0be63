import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listNotices } from '../../db/repositories/notices.ts';
import { withScope } from '../../db/scope.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { problems } from '../schemas/problem.ts';
import { InstantSchema } from '../schemas/text.ts';

const NoticeSchema = Type.Object({
  id: Type.Integer(),
  caseNo: Type.String(),
  role: Type.String(),
  text: Type.String(),
  createdAt: InstantSchema,
});

const schema = {
  operationId: 'listNotices',
  summary: '本单位本角色的通知',
  description: 'The inbox of the caller’s unit and roles, newest first.',
  tags: ['notices'],
  querystring: Type.Object(paging, { additionalProperties: false }),
  response: { 200: pageSchema(NoticeSchema), ...problems(401, 422) },
};

/** `GET /v1/notices`. */
export function noticeRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/notices', { schema }, async (request) => {
      const { unitCode, roles } = callerOf(request);
      const { limit, cursor } = request.query;
      const beforeId = decodeCursor(cursor, ([id]) =>
        Number.isSafeInteger(id) ? (id as number) : undefined,
      );
      const rows = await withScope(database, unitCode, (executor) =>
        listNotices(executor, { unitCode, roles, beforeId, limit: limit + 1 }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
      return { items: items.map((notice) => ({ ...notice, role: notice.role ?? '' })), nextCursor };
    });
    done();
  };
}
