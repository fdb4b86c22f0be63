import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listPersonsOfUnits } from '../../db/repositories/directory.ts';
import {
  changeContacts,
  findContacts,
  listSuccessions,
  type StoredContacts,
} from '../../db/repositories/station-contacts.ts';
import { mayMaintain } from '../../domain/directory/maintainers.ts';
import { personsByUnit } from '../../domain/directory/person.ts';
import { resolveOn } from '../../domain/directory/recipients.ts';
import { stationInForce } from '../../domain/directory/station-contacts.ts';
import { isValidOn } from '../../domain/directory/standing.ts';
import { getUnit, pathOf } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { requireMaintainer, requireMaintainerOf, unitOf } from '../directory/access.ts';
import { contactsOf, requireSoundContacts } from '../directory/contacts.ts';
import { readLight } from '../directory/light.ts';
import { withDirectory } from '../directory/persons.ts';
import { contactsView, gapView, personView, recipientView } from '../directory/views.ts';
import { etagOf, IfMatchHeaders, seenVersionOf } from '../etag.ts';
import { Problem } from '../problems.ts';
import {
  ContactsChangeSchema,
  ContactsSchema,
  GapSchema,
  PersonSchema,
  RecipientSchema,
} from '../schemas/directory.ts';
import { problems } from '../schemas/problem.ts';
import { nullable, ref } from '../schemas/reference.ts';

const tags = ['directory'];
const params = Type.Object({ unitCode: Type.String({ description: '12位单位代码' }) });

const unitSchema = {
  operationId: 'getDirectoryUnit',
  summary: '单位联系方式',
  description:
    'How a unit is reached today: its contacts, the people in its posts, and who is told of a case there.',
  tags,
  params,
  response: {
    200: Type.Object({
      unitCode: Type.String(),
      unitName: Type.String(),
      inForce: Type.Object(
        { unitCode: Type.String(), unitName: Type.String() },
        { description: 'The station that does its work today: another one after a merger' },
      ),
      contacts: nullable(ref(ContactsSchema)),
      persons: Type.Array(ref(PersonSchema)),
      liaison: Type.Object(
        { told: Type.Array(RecipientSchema), gaps: Type.Array(GapSchema) },
        { description: 'Who is told today in the liaison officer’s place, and which posts are empty' },
      ),
    }),
    ...problems(401, 403, 404),
  },
};

const contactsSchema = {
  operationId: 'changeStationContacts',
  summary: '维护派出所值班电话、传真',
  description: 'Replaces the contacts of a station, which confirms them. Only supervisors name a successor.',
  tags,
  params,
  headers: IfMatchHeaders,
  body: ContactsChangeSchema,
  response: { 200: ref(ContactsSchema), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
};

/** Units as the directory knows them. */
export function directoryUnitRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/directory/units/:unitCode', { schema: unitSchema }, async (request, reply) => {
      const { view, version } = await withDirectory(deps, request, async ({ executor, tree, today }) => {
        const unit = getUnit(tree, unitOf(tree, request.params.unitCode));
        const successions = await listSuccessions(executor);
        const inForce = getUnit(
          tree,
          stationInForce(unit.code, today, (code) => successions.get(code) ?? null),
        );
        const contacts = await findContacts(executor, unit.code);
        const path = [...pathOf(tree, unit.code), ...pathOf(tree, inForce.code)];
        const known = await listPersonsOfUnits(executor, [...new Set(path.map(({ code }) => code))]);
        const persons = known.filter((person) => person.unitCode === unit.code && isValidOn(person, today));
        const byId = new Map(known.map((person) => [person.id, person]));
        const light = await readLight(executor, tree, today, persons);
        const { told, gaps } = resolveOn(
          { tree, personsOf: personsByUnit(known) },
          [{ unitCode: inForce.code, post: 'liaison_officer' }],
          today,
        );
        const url = mayMaintain(tree, callerOf(request), unit.code) ? 'shown' : 'hidden';
        return {
          version: contacts?.version ?? 0,
          view: {
            unitCode: unit.code,
            unitName: unit.name,
            inForce: { unitCode: inForce.code, unitName: inForce.name },
            contacts: unit.level === 'station' ? contactsView(unit.code, contacts, url) : null,
            persons: persons.map((person) => personView(person, light)),
            liaison: {
              told: told.map((recipient) => recipientView(recipient, tree, byId)),
              gaps: gaps.map((gap) => gapView(gap, tree)),
            },
          },
        };
      });
      return reply.header('etag', etagOf(version)).send(view);
    });

    app.put('/v1/directory/units/:unitCode/contacts', { schema: contactsSchema }, async (request, reply) => {
      const caller = callerOf(request);
      requireMaintainer(caller);
      const view = await withDirectory(deps, request, async ({ executor, tree, today, change }) => {
        const unitCode = unitOf(tree, request.params.unitCode);
        requireMaintainerOf(tree, caller, unitCode);
        const version = seenVersionOf(request);
        const before = await findContacts(executor, unitCode);
        const contacts = contactsOf(unitCode, request.body, today);
        requireSoundContacts(contacts, {
          tree,
          caller,
          today,
          before,
          successions: await listSuccessions(executor),
        });
        const stored: StoredContacts = { ...contacts, version };
        if ((await changeContacts(executor, stored, change)) === 'outdated') {
          throw new Problem('precondition_failed');
        }
        return contactsView(unitCode, { ...stored, version: version + 1 }, 'shown');
      });
      return reply.header('etag', etagOf(view.version)).send(view);
    });
    done();
  };
}
