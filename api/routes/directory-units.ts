import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { readDirectoryFor } from '../../db/directory-part.ts';
import { findContacts, listSuccessions } from '../../db/repositories/station-contacts.ts';
import { findUnit, saveUnits } from '../../db/repositories/units.ts';
import type { FaxSource } from '../../domain/directory/fax-numbers.ts';
import { faxNumbersOn, faxSourceTitles } from '../../domain/directory/fax-numbers.ts';
import { mayMaintain } from '../../domain/directory/maintainers.ts';
import { resolveOn } from '../../domain/directory/recipients.ts';
import { stationInForce } from '../../domain/directory/station-contacts.ts';
import { isValidOn } from '../../domain/directory/standing.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { checkUnitChanges } from '../../domain/units/unit-changes.ts';
import { unitFrom } from '../../domain/units/unit-content.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { unitOf } from '../directory/access.ts';
import { readLight } from '../directory/light.ts';
import { withDirectory } from '../directory/persons.ts';
import {
  directoryUnitView,
  holdUnits,
  requireSoundUnit,
  unitChangeContext,
  unitContentOf,
} from '../directory/units.ts';
import { contactsView, gapView, personView, recipientView } from '../directory/views.ts';
import { etagOf, IfMatchHeaders, seenVersionOf } from '../etag.ts';
import { Problem } from '../problems.ts';
import {
  ContactsSchema,
  DirectoryUnitSchema,
  GapSchema,
  PersonSchema,
  RecipientSchema,
  UnitChangeSchema,
} from '../schemas/directory.ts';
import { UnitCodeQuery } from '../schemas/page.ts';
import { nullable, ref } from '../schemas/reference.ts';

const tags = ['directory'];
const params = Type.Object({ unitCode: Type.String({ description: '12位单位代码' }) });

const ChangedUnitSchema = Type.Object({
  unit: ref(DirectoryUnitSchema),
  warnings: Type.Array(Type.String(), { description: 'What looks wrong and holds nothing up' }),
});

const unitSchema = {
  operationId: 'getDirectoryUnit',
  summary: '单位联系方式',
  description:
    'How a unit is reached today: its contacts, the people in its posts, and who is told of a case there.',
  tags,
  params,
  problems: ['not_found'] as const,
  sends: { 200: ['etag'] as const },
  response: {
    200: Type.Object({
      unitCode: Type.String(),
      unitName: Type.String(),
      unit: ref(DirectoryUnitSchema),
      inForce: Type.Object(
        { unitCode: Type.String(), unitName: Type.String() },
        { description: 'The station that does its work today: another one after a merger' },
      ),
      contacts: nullable(ref(ContactsSchema)),
      fax: Type.Object(
        {
          numbers: Type.Array(Type.String()),
          source: Type.Enum(Object.keys(faxSourceTitles) as FaxSource[]),
          sourceTitle: Type.String(),
        },
        { description: 'Where a fax goes today, and why elsewhere than to the station’s own numbers' },
      ),
      persons: Type.Array(ref(PersonSchema)),
      liaison: Type.Object(
        { told: Type.Array(RecipientSchema), gaps: Type.Array(GapSchema) },
        { description: 'Who is told today in the liaison officer’s place, and which posts are empty' },
      ),
    }),
  },
};

const changeSchema = {
  operationId: 'changeDirectoryUnit',
  summary: '新增、修改单位',
  description:
    'Enters a unit under its code, or replaces what is said of it; `If-Match: "0"` for a new one. Kept by whoever ' +
    'supervises the level above, top units by their system administrators.',
  tags,
  params: Type.Object({ unitCode: UnitCodeQuery }),
  headers: IfMatchHeaders,
  body: UnitChangeSchema,
  response: {
    200: ChangedUnitSchema,
    201: ChangedUnitSchema,
  },
};

/** Units as the directory knows them. */
export function directoryUnitRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/directory/units/:unitCode', { schema: unitSchema }, async (request, reply) => {
      const view = await withDirectory(deps, request, async ({ executor, tree, today }) => {
        const unit = getUnit(tree, unitOf(tree, request.params.unitCode));
        const stored = await findUnit(executor, unit.code);
        if (stored === undefined) throw new Problem('not_found', { detail: '没有这个单位。' });
        const successions = await listSuccessions(executor);
        const inForce = getUnit(
          tree,
          stationInForce(unit.code, today, (code) => successions.get(code) ?? null),
        );
        const contacts = await findContacts(executor, unit.code);
        const { directory, persons: known } = await readDirectoryFor(executor, tree, [unit.code], today);
        const policy = directory.freshnessOf(unit.code);
        const persons = known.filter((person) => person.unitCode === unit.code && isValidOn(person, today));
        const byId = new Map(known.map((person) => [person.id, person]));
        const light = await readLight(executor, tree, today, persons);
        const { told, gaps } = resolveOn(
          { ...directory, escalationChannels: deps.escalationChannels },
          [{ unitCode: unit.code, post: 'liaison_officer' }],
          today,
        );
        const fax = faxNumbersOn(contacts, persons, today, policy);
        const url = mayMaintain(tree, callerOf(request), unit.code) ? 'shown' : 'hidden';
        return {
          unitCode: unit.code,
          unitName: stored.name,
          unit: directoryUnitView(stored),
          inForce: { unitCode: inForce.code, unitName: inForce.name },
          contacts:
            unit.level === 'station' ? contactsView(unit.code, contacts, url, { today, policy }) : null,
          persons: persons.map((person) => personView(person, light)),
          fax: { numbers: [...fax.numbers], source: fax.source, sourceTitle: faxSourceTitles[fax.source] },
          liaison: {
            told: told.map((recipient) => recipientView(recipient, tree, byId)),
            gaps: gaps.map((gap) => gapView(gap, tree)),
          },
        };
      });
      return reply.header('etag', etagOf(view.unit.version)).send(view);
    });

    app.put('/v1/directory/units/:unitCode', { schema: changeSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const content = unitContentOf(parseUnitCode(request.params.unitCode), request.body);
      const { view, warnings } = await withDirectory(deps, request, async ({ executor, change }) => {
        const version = seenVersionOf(request);
        const stored = await holdUnits(executor);
        if ((stored.get(content.code)?.version ?? 0) !== version) throw new Problem('precondition_failed');
        const context = await unitChangeContext(executor, stored, [content], caller);
        const found = checkUnitChanges([content], context);
        requireSoundUnit(found.faults);
        const unit = unitFrom(content);
        await saveUnits(executor, [unit], change);
        return {
          view: directoryUnitView({ ...unit, version: version + 1 }),
          warnings: found.warnings.map(({ message }) => `${message}。`),
        };
      });
      deps.units.forget();
      return reply
        .status(view.version === 1 ? 201 : 200)
        .header('etag', etagOf(view.version))
        .send({ unit: view, warnings });
    });
    done();
  };
}
