import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { readPolicyOfUnit } from '../../db/policy-of-unit.ts';
import type { StoredContacts } from '../../db/repositories/station-contacts.ts';
import { changeContacts, findContacts, listSuccessions } from '../../db/repositories/station-contacts.ts';
import { mayMaintain } from '../../domain/directory/maintainers.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { requireMaintainerOf, unitOf } from '../directory/access.ts';
import { contactsOf, requireSoundContacts } from '../directory/contacts.ts';
import { withDirectory } from '../directory/persons.ts';
import { contactsView } from '../directory/views.ts';
import { etagOf, IfMatchHeaders, seenVersionOf } from '../etag.ts';
import { Problem } from '../problems.ts';
import { ContactsChangeSchema, ContactsSchema } from '../schemas/directory.ts';
import { ref } from '../schemas/reference.ts';

const tags = ['directory'];
const params = Type.Object({ unitCode: Type.String({ description: '12位单位代码' }) });

const getSchema = {
  operationId: 'getStationContacts',
  summary: '派出所值班电话、传真',
  tags,
  params,
  problems: ['not_found'] as const,
  sends: { 200: ['etag'] as const },
  response: { 200: ref(ContactsSchema) },
};

const contactsSchema = {
  operationId: 'changeStationContacts',
  summary: '维护派出所值班电话、传真',
  description:
    'Replaces the contacts of a station, which confirms them: to confirm them and change nothing, send what was read. ' +
    'Only a supervisor of both names a successor, or a station that does its work while it is shut.',
  tags,
  params,
  headers: IfMatchHeaders,
  body: ContactsChangeSchema,
  problems: ['not_found'] as const,
  response: { 200: ref(ContactsSchema) },
};

/** How stations are reached as such. */
export function directoryContactsRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const address = '/v1/directory/units/:unitCode/contacts';
    app.get(address, { schema: getSchema }, async (request, reply) => {
      const view = await withDirectory(deps, request, async ({ executor, tree, today }) => {
        const unitCode = unitOf(tree, request.params.unitCode);
        const url = mayMaintain(tree, callerOf(request), unitCode) ? 'shown' : 'hidden';
        const contacts = await findContacts(executor, unitCode);
        const { freshness: policy } = (await readPolicyOfUnit(executor, tree, [unitCode]))(unitCode);
        return contactsView(unitCode, contacts, url, { today, policy });
      });
      return reply.header('etag', etagOf(view.version)).send(view);
    });

    app.put(address, { schema: contactsSchema }, async (request, reply) => {
      const caller = callerOf(request);
      // A name is looked up before the transaction, which would wait for it.
      const { groupRobotUrl } = request.body;
      const robotFault = groupRobotUrl == null ? undefined : await deps.outgoing.findFault(groupRobotUrl);
      const view = await withDirectory(deps, request, async ({ executor, tree, today, change }) => {
        const unitCode = unitOf(tree, request.params.unitCode);
        requireMaintainerOf(tree, caller, unitCode);
        const version = seenVersionOf(request);
        const before = await findContacts(executor, unitCode);
        const contacts = contactsOf(unitCode, request.body, today);
        requireSoundContacts(contacts, {
          tree,
          keeper: caller,
          today,
          before,
          successions: await listSuccessions(executor),
        });
        if (robotFault !== undefined) {
          throw new Problem('validation_failed', { errors: [{ pointer: '/groupRobotUrl', ...robotFault }] });
        }
        const stored: StoredContacts = { ...contacts, version };
        if ((await changeContacts(executor, stored, change)) === 'outdated') {
          throw new Problem('precondition_failed');
        }
        const { freshness: policy } = (await readPolicyOfUnit(executor, tree, [unitCode]))(unitCode);
        return contactsView(unitCode, { ...stored, version: version + 1 }, 'shown', { today, policy });
      });
      deps.units.forget();
      return reply.header('etag', etagOf(view.version)).send(view);
    });
    done();
  };
}
