import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { deleteCalendarVersion } from '../../db/repositories/calendar-publications.ts';
import type { CalendarVersion, CalendarVersionId } from '../../db/repositories/calendars.ts';
import {
  addCalendarVersion,
  findCalendarVersion,
  getCurrentPublication,
  listCalendarVersions,
} from '../../db/repositories/calendars.ts';
import { callerOf } from '../authentication.ts';
import { dryRunAddress, rolloutAddress, versionAddress } from '../calendars/addresses.ts';
import { startDryRun } from '../calendars/dry-run.ts';
import { dryRunFor, rolloutFor } from '../calendars/in-scope.ts';
import { requireSoundCalendar, yearOf } from '../calendars/hand-in.ts';
import { publish } from '../calendars/publish.ts';
import { dryRunView, rolloutView, versionHeadView, versionView } from '../calendars/views.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import {
  CalendarDryRunSchema,
  CalendarFileSchema,
  CalendarListSchema,
  CalendarParams,
  CalendarRolloutSchema,
  CalendarVersionParams,
  CalendarVersionSchema,
  PublicationSchema,
} from '../schemas/calendar.ts';
import { problems } from '../schemas/problem.ts';
import { ref } from '../schemas/reference.ts';

const tags = ['calendars'];

const listSchema = {
  operationId: 'listCalendars',
  summary: '工作日历版本',
  description: 'Every version, newest year first.',
  tags,
  response: { 200: CalendarListSchema, ...problems(401, 403) },
};

const getSchema = {
  operationId: 'getCalendarVersion',
  summary: '工作日历',
  tags,
  params: CalendarVersionParams,
  response: { 200: ref(CalendarVersionSchema), ...problems(401, 403, 404) },
};

const handInSchema = {
  operationId: 'handInCalendar',
  summary: '录入或试算工作日历',
  description:
    'Stores a version that waits for its publication; the same content again is the same version. With dryRun=true nothing is stored: the answer says which open cases would move.',
  tags,
  params: CalendarParams,
  querystring: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  body: CalendarFileSchema,
  response: {
    200: Type.Union([ref(CalendarVersionSchema), ref(CalendarDryRunSchema)]),
    201: ref(CalendarVersionSchema),
    202: ref(CalendarDryRunSchema),
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
};

const publishSchema = {
  operationId: 'publishCalendar',
  summary: '发布工作日历',
  description:
    'Puts the version in force and starts the roll-out to open cases. The dry run that it names was made of the same content and compared with the calendar that holds now.',
  tags,
  params: CalendarVersionParams,
  body: PublicationSchema,
  response: {
    200: ref(CalendarVersionSchema),
    202: ref(CalendarRolloutSchema),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
};

const deleteSchema = {
  operationId: 'deleteCalendarVersion',
  summary: '删除未使用的工作日历版本',
  tags,
  params: CalendarVersionParams,
  response: { 204: Type.Null(), ...problems(401, 403, 404, 409) },
};

/** Working calendars as data: versions, dry run, publication. */
export function calendarRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock } = deps;
  return (app, _options, done) => {
    app.get('/v1/calendars', { schema: listSchema }, async () => {
      const [{ version }, versions] = await Promise.all([
        getCurrentPublication(database),
        listCalendarVersions(database),
      ]);
      return { current: version, items: versions.map(versionHeadView) };
    });

    app.get('/v1/calendars/:year/versions/:id', { schema: getSchema }, async (request) =>
      versionView(await versionAt(request.params)),
    );

    app.post('/v1/calendars/:year/versions', { schema: handInSchema }, async (request, reply) => {
      const { subject } = callerOf(request);
      const { body: document } = request;
      requireSoundCalendar(deps, yearOf(request.params), document);
      if (request.query.dryRun === true) {
        const dryRun = await startDryRun(deps, document, subject);
        return reply
          .status(dryRun.finishedAt === null ? 202 : 200)
          .header('location', dryRunAddress(dryRun.id))
          .send(dryRunView(await dryRunFor(deps, callerOf(request), dryRun)));
      }
      const calendar = { document, createdBy: subject, createdAt: clock.now() };
      const { version, added } = await addCalendarVersion(database, calendar);
      return reply
        .status(added === 'new' ? 201 : 200)
        .header('location', versionAddress(version))
        .send(versionView(version));
    });

    app.post(
      '/v1/calendars/:year/versions/:id/publication',
      { schema: publishSchema },
      async (request, reply) => {
        const { subject } = callerOf(request);
        const { year, id } = await versionAt(request.params);
        const { dryRun: dryRunId } = request.body;
        const rollout = await publish(deps, { year, id, dryRunId, by: subject, at: clock.now() });
        if (rollout === undefined) return versionView(await versionAt(request.params));
        return reply
          .status(202)
          .header('location', rolloutAddress(rollout.version))
          .send(rolloutView(await rolloutFor(deps, callerOf(request), rollout)));
      },
    );

    app.delete('/v1/calendars/:year/versions/:id', { schema: deleteSchema }, async (request, reply) => {
      switch (await deleteCalendarVersion(database, keyOf(request.params))) {
        case 'not_found':
          throw new Problem('not_found');
        case 'in_use':
          throw new Problem('calendar_version_in_use');
        case 'deleted':
          return reply.status(204).send(null);
      }
    });
    done();
  };

  async function versionAt(params: { year: string; id: string }): Promise<CalendarVersion> {
    const { year, id } = keyOf(params);
    const version = await findCalendarVersion(database, year, id);
    if (version === undefined) throw new Problem('not_found');
    return version;
  }
}

function keyOf(params: { year: string; id: string }): { year: number; id: CalendarVersionId } {
  // Compared with what Postgres holds; a text that is no version finds nothing.
  if (!/^[0-9a-f]{16}$/.test(params.id)) throw new Problem('not_found');
  return { year: yearOf(params), id: params.id as CalendarVersionId };
}
