import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { matterCodes, matters } from '../../domain/matters/catalogue.ts';
import type { Unit } from '../../domain/units/unit.ts';
import { isUnitCode, unitLevels } from '../../domain/units/unit.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { pageSchema, paging, UnitCodeQuery } from '../schemas/page.ts';
import { nullable } from '../schemas/reference.ts';

const MatterSchema = Type.Object({
  code: Type.Enum([...matterCodes]),
  title: Type.String(),
  certificateFields: Type.Array(Type.String()),
  annex2Possible: Type.Boolean(),
  twoPersons: Type.Boolean(),
  detailsRequired: Type.Boolean(),
});

const UnitSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  level: Type.Enum([...unitLevels]),
  parentCode: nullable(Type.String()),
  address: Type.Optional(Type.String()),
  telephone: Type.Optional(Type.String()),
});

const UnitQuery = Type.Object(
  {
    ...paging,
    parent: Type.Optional(UnitCodeQuery),
    level: Type.Optional(Type.Enum([...unitLevels])),
    query: Type.Optional(Type.String({ maxLength: 50, description: '名称中的文字' })),
  },
  { additionalProperties: false },
);

/** What a form offers to choose from: matters and units. */
export function catalogueRoutes({ units }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const matterSchema = {
      operationId: 'listMatters',
      summary: '申请证明事项目录',
      tags: ['catalogue'],
      response: { 200: Type.Object({ items: Type.Array(MatterSchema) }) },
    };
    app.get('/v1/matters', { schema: matterSchema }, (_request, reply) => {
      void reply.send({
        items: matterCodes.map((code) => ({
          code,
          ...matters[code],
          certificateFields: [...matters[code].certificateFields],
        })),
      });
    });

    const unitSchema = {
      operationId: 'listUnits',
      summary: '公安机关',
      tags: ['catalogue'],
      querystring: UnitQuery,
      response: { 200: pageSchema(UnitSchema) },
    };
    app.get('/v1/units', { schema: unitSchema }, async (request) => {
      const { parent, level, query, limit } = request.query;
      const after = decodeCursor(request.query.cursor, ([code]) =>
        typeof code === 'string' && isUnitCode(code) ? code : undefined,
      );
      const matches = (unit: Unit) =>
        (parent === undefined || unit.parentCode === parent) &&
        (level === undefined || unit.level === level) &&
        (query === undefined || unit.name.includes(query)) &&
        (after === undefined || unit.code > after);
      const found = [...(await units.tree()).values()]
        .filter(matches)
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      const { items, nextCursor } = pageOf(found, limit, ({ code }) => [code]);
      return { items: [...items], nextCursor };
    });
    done();
  };
}
