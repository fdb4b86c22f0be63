import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { addPerson, listPersons } from '../../db/repositories/directory.ts';
import { isPersonId, parsePersonId } from '../../domain/directory/person.ts';
import { posts } from '../../domain/directory/post.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import { unitsWithin } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { namedUnit, requireMaintainerOf, unitOf } from '../directory/access.ts';
import { entryOf, requireSound } from '../directory/entry.ts';
import { readLight } from '../directory/light.ts';
import { getPerson, viewOf, withDirectory } from '../directory/persons.ts';
import { personView } from '../directory/views.ts';
import { etagOf } from '../etag.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { NewPersonSchema, PersonSchema } from '../schemas/directory.ts';
import { pageSchema, paging, UnitCodeQuery } from '../schemas/page.ts';
import { ref } from '../schemas/reference.ts';

const tags = ['directory'];

const listSchema = {
  operationId: 'listDirectoryPersons',
  summary: '专管员等联系人目录',
  description:
    'Entries of a unit and those below it, the caller’s own if none is named; ended ones among them.',
  tags,
  querystring: Type.Object(
    { ...paging, within: Type.Optional(UnitCodeQuery), post: Type.Optional(Type.Enum([...posts])) },
    { additionalProperties: false },
  ),
  problems: ['not_found'] as const,
  response: { 200: pageSchema(ref(PersonSchema)) },
};

const getSchema = {
  operationId: 'getDirectoryPerson',
  summary: '目录条目',
  tags,
  params: Type.Object({ id: Type.String() }),
  problems: ['not_found'] as const,
  sends: { 200: ['etag'] as const },
  response: { 200: ref(PersonSchema) },
};

const addSchema = {
  operationId: 'addDirectoryPerson',
  summary: '新增目录条目',
  tags,
  headers: IdempotencyHeaders,
  body: NewPersonSchema,
  sends: { 201: ['location', 'etag'] as const },
  response: { 201: ref(PersonSchema) },
};

/** Reads the directory, and adds to it. */
export function directoryPersonRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/directory/persons', { schema: listSchema }, (request) => {
      const { within, post, limit } = request.query;
      const after = decodeCursor(request.query.cursor, ([unitCode, id]) =>
        typeof unitCode === 'string' && isUnitCode(unitCode) && typeof id === 'string' && isPersonId(id)
          ? { unitCode, id }
          : undefined,
      );
      return withDirectory(deps, request, async ({ executor, tree, today }) => {
        const top = within === undefined ? callerOf(request).unitCode : unitOf(tree, within);
        const units = unitsWithin(tree, top);
        const rows = await listPersons(executor, { units, post, after, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ unitCode, id }) => [unitCode, id]);
        const light = await readLight(executor, tree, today, items);
        return { items: items.map((person) => personView(person, light)), nextCursor };
      });
    });

    app.get('/v1/directory/persons/:id', { schema: getSchema }, async (request, reply) => {
      const view = await withDirectory(deps, request, async (reading) =>
        viewOf(reading, await getPerson(reading.executor, request.params.id)),
      );
      return reply.header('etag', etagOf(view.version)).send(view);
    });

    app.post('/v1/directory/persons', { schema: addSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { unitCode: code, post, ...body } = request.body;
      const view = await withDirectory(deps, request, async (reading) => {
        const { executor, tree, today, change } = reading;
        const id = personIdOf(claim.commandId);
        if (claim.answeredStatus !== undefined) return viewOf(reading, await getPerson(executor, id));
        const unitCode = namedUnit(tree, code, '/unitCode');
        requireMaintainerOf(tree, caller, unitCode);
        const entry = entryOf({ unitCode, post }, body, today);
        requireSound(entry, tree, today);
        await addPerson(executor, { id, ...entry }, change);
        return viewOf(reading, await getPerson(executor, id));
      });
      await keepDone(deps, claim, 201);
      return reply
        .status(201)
        .headers({ location: `/v1/directory/persons/${view.id}`, etag: etagOf(view.version) })
        .send(view);
    });
    done();
  };
}

/** A repeat of a request has the same command id and so makes the same entry: 32 hexadecimal digits, or a uuid. */
function personIdOf(commandId: CommandId) {
  const digits = commandId.replaceAll('-', '');
  return parsePersonId(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
