import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { posts } from '../../domain/directory/post.ts';
import { gapReasons } from '../../domain/directory/recipients.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { findingKinds, positionOf, readFindings } from '../directory/gaps.ts';
import { withDirectory } from '../directory/persons.ts';
import { RecipientSchema } from '../schemas/directory.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { nullable } from '../schemas/reference.ts';

const FindingSchema = Type.Object({
  kind: Type.Enum([...findingKinds]),
  unitCode: Type.String(),
  unitName: Type.String(),
  post: nullable(Type.Enum([...posts])),
  postTitle: nullable(Type.String()),
  reason: nullable(Type.Enum([...gapReasons])),
  reasonTitle: nullable(Type.String()),
  personId: nullable(Type.String()),
  name: nullable(Type.String()),
  lastConfirmedOn: nullable(Type.String()),
  instead: Type.Array(RecipientSchema, { description: 'Who is told in the meantime' }),
  faxInstead: Type.Array(Type.String(), { description: 'Of contacts: where faxes go in the meantime' }),
});

const schema = {
  operationId: 'listDirectoryGaps',
  summary: '目录缺口：无人任职、待确认、已停用',
  description: 'What the caller has to mend in the directory of his unit and those below it.',
  tags: ['directory'],
  querystring: Type.Object(
    { ...paging, kind: Type.Optional(Type.Enum([...findingKinds])) },
    { additionalProperties: false },
  ),
  response: { 200: pageSchema(FindingSchema) },
};

/** `GET /v1/directory/gaps`. */
export function directoryGapRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/directory/gaps', { schema }, async (request) => {
      const caller = callerOf(request);
      const { limit, kind } = request.query;
      const after = decodeCursor(request.query.cursor, ([position]) =>
        typeof position === 'string' ? position : undefined,
      );
      const findings = await withDirectory(deps, request, (reading) =>
        readFindings({ ...reading, escalationChannels: deps.escalationChannels }, caller.unitCode),
      );
      const rest = findings.filter(
        (finding) =>
          (kind === undefined || finding.kind === kind) &&
          (after === undefined || positionOf(finding) > after),
      );
      const { items, nextCursor } = pageOf(rest, limit, (finding) => [positionOf(finding)]);
      return { items: [...items], nextCursor };
    });
    done();
  };
}
