import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { ApiDeps } from '../deps.ts';
import { absencesOf, entryOf } from '../directory/entry.ts';
import { editPerson } from '../directory/persons.ts';
import { etagOf, IfMatchHeaders } from '../etag.ts';
import { AbsencesSchema, DateSchema, PersonChangeSchema, PersonSchema } from '../schemas/directory.ts';
import { ref } from '../schemas/reference.ts';

const common = {
  tags: ['directory'],
  params: Type.Object({ id: Type.String() }),
  headers: IfMatchHeaders,
  // What is confirmed unchanged may not fit together any more.
  problems: ['not_found', 'validation_failed'] as const,
  response: { 200: ref(PersonSchema) },
};

const changeSchema = {
  ...common,
  operationId: 'changeDirectoryPerson',
  summary: '修改目录条目',
  description: 'Replaces everything but unit and post; whoever changes an entry confirms it.',
  body: PersonChangeSchema,
};

const absencesSchema = {
  ...common,
  operationId: 'setDirectoryAbsences',
  summary: '登记请假、外出',
  description: 'Replaces the absences of an entry; during one the next person up is told at once.',
  body: AbsencesSchema,
};

const endSchema = {
  ...common,
  operationId: 'endDirectoryPerson',
  summary: '结束任职',
  description: 'Says the last day in the post. Entries are never deleted.',
  body: Type.Object({ validUntil: DateSchema }, { additionalProperties: false }),
};

const confirmSchema = {
  ...common,
  operationId: 'confirmDirectoryPerson',
  summary: '确认目录条目无误',
  description: 'Says that the entry is right as it was read.',
};

/** Changes to one entry, each over the version that was seen. */
export function directoryEditRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const address = '/v1/directory/persons/:id';
    app.put(address, { schema: changeSchema }, async (request, reply) => {
      const { body } = request;
      const view = await editPerson(deps, request, request.params.id, (person, today) => ({
        ...person,
        ...entryOf(person, { ...body, validFrom: body.validFrom ?? person.validFrom }, today),
      }));
      return reply.header('etag', etagOf(view.version)).send(view);
    });

    app.put(`${address}/absences`, { schema: absencesSchema }, async (request, reply) => {
      const { absences } = request.body;
      const view = await editPerson(deps, request, request.params.id, (person) => ({
        ...person,
        absences: absencesOf(absences),
      }));
      return reply.header('etag', etagOf(view.version)).send(view);
    });

    app.put(`${address}/end`, { schema: endSchema }, async (request, reply) => {
      const validUntil = parsePlainDate(request.body.validUntil);
      const view = await editPerson(deps, request, request.params.id, (person) => ({
        ...person,
        validUntil,
      }));
      return reply.header('etag', etagOf(view.version)).send(view);
    });

    app.put(`${address}/confirmation`, { schema: confirmSchema }, async (request, reply) => {
      const view = await editPerson(deps, request, request.params.id, (person, today) => ({
        ...person,
        lastConfirmedOn: today,
      }));
      return reply.header('etag', etagOf(view.version)).send(view);
    });
    done();
  };
}
