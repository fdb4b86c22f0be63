import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Executor } from '../../db/database.ts';
import { deleteCalendarVersion } from '../../db/repositories/calendar-publications.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import type { CalendarVersion, CalendarVersionId } from '../../db/repositories/calendars.ts';
import {
  addCalendarVersion,
  calendarVersionIdOf,
  findCalendarVersion,
  getCurrentPublication,
  listCalendarVersions,
} from '../../db/repositories/calendars.ts';
import { callerOf } from '../authentication.ts';
import { dryRunAddress, rolloutAddress, versionAddress } from '../calendars/addresses.ts';
import { askDryRun, storeDryRun } from '../calendars/dry-run.ts';
import { dryRunFor, rolloutFor } from '../calendars/in-scope.ts';
import { requireSoundCalendar, yearOf } from '../calendars/hand-in.ts';
import { publishIn, startRollout } from '../calendars/publish.ts';
import { dryRunView, rolloutView, versionHeadView, versionView } from '../calendars/views.ts';
import type { ApiDeps } from '../deps.ts';
import { doOnce } from '../do-once.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
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
import { ref } from '../schemas/reference.ts';

const tags = ['calendars'];

const listSchema = {
  operationId: 'listCalendars',
  summary: '工作日历版本',
  description: 'Every version, newest year first.',
  tags,
  response: { 200: CalendarListSchema },
};

const getSchema = {
  operationId: 'getCalendarVersion',
  summary: '工作日历',
  tags,
  params: CalendarVersionParams,
  problems: ['not_found'] as const,
  response: { 200: ref(CalendarVersionSchema) },
};

const handInSchema = {
  operationId: 'handInCalendar',
  summary: '录入或试算工作日历',
  description:
    'Stores a version that waits for its publication; the same content again is the same version. With dryRun=true nothing is stored: the answer says which open cases would move.',
  tags,
  params: CalendarParams,
  querystring: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  headers: IdempotencyHeaders,
  body: CalendarFileSchema,
  problems: ['not_found'] as const,
  sends: { 200: ['location'] as const, 201: ['location'] as const, 202: ['location'] as const },
  response: {
    200: Type.Union([ref(CalendarVersionSchema), ref(CalendarDryRunSchema)]),
    201: ref(CalendarVersionSchema),
    202: ref(CalendarDryRunSchema),
  },
};

const publishSchema = {
  operationId: 'publishCalendar',
  summary: '发布工作日历',
  description:
    'Puts the version in force and starts the roll-out to open cases. The dry run that it names was made of the same content and compared with the calendar that holds now.',
  tags,
  params: CalendarVersionParams,
  headers: IdempotencyHeaders,
  body: PublicationSchema,
  problems: ['not_found', 'dry_run_needed'] as const,
  sends: { 202: ['location'] as const },
  response: {
    200: ref(CalendarVersionSchema),
    202: ref(CalendarRolloutSchema),
  },
};

const deleteSchema = {
  operationId: 'deleteCalendarVersion',
  summary: '删除未使用的工作日历版本',
  tags,
  params: CalendarVersionParams,
  problems: ['not_found', 'calendar_version_in_use'] as const,
  response: { 204: Type.Null() },
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
      const caller = callerOf(request);
      const { body: document } = request;
      const year = yearOf(request.params);
      requireSoundCalendar(deps, year, document);
      const claim = await claimRequest(deps, { request, reply }, document);
      const keyed = { caller, claim, reply };
      if (request.query.dryRun === true) {
        const id = claim.commandId;
        await doOnce(deps, keyed, {
          first: async (executor) => {
            await storeDryRun(deps, executor, { id, document, requestedBy: caller.subject });
            return { status: 202, reference: null, result: null };
          },
          again: () => Promise.resolve(null),
        });
        const dryRun = await askDryRun(deps, id);
        return reply
          .status(dryRun.finishedAt === null ? 202 : 200)
          .header('location', dryRunAddress(dryRun.id))
          .send(dryRunView(await dryRunFor(deps, caller, dryRun)));
      }
      const { status, result: version } = await doOnce(deps, keyed, {
        first: async (executor) => {
          const calendar = { document, createdBy: caller.subject, createdAt: clock.now() };
          const { version: stored, added } = await addCalendarVersion(executor, calendar);
          return { status: added === 'new' ? 201 : 200, reference: null, result: stored };
        },
        again: (executor) => getVersion(executor, { year, id: calendarVersionIdOf(document) }),
      });
      return reply.status(status).header('location', versionAddress(version)).send(versionView(version));
    });

    app.post(
      '/v1/calendars/:year/versions/:id/publication',
      { schema: publishSchema },
      async (request, reply) => {
        const caller = callerOf(request);
        const { year, id } = await versionAt(request.params);
        const { dryRun: dryRunId } = request.body;
        const claim = await claimRequest(deps, { request, reply }, request.body);
        const { status, result: rollout } = await doOnce(
          deps,
          { caller, claim, reply },
          {
            first: async (executor) => {
              const publication = { year, id, dryRunId, by: caller.subject, at: clock.now() };
              const found = await publishIn(executor, publication);
              return {
                status: found === undefined ? 200 : 202,
                reference: found?.version ?? null,
                result: found,
              };
            },
            again: async (executor, version) =>
              version === null ? undefined : findRollout(executor, version),
          },
        );
        if (rollout === undefined) return versionView(await versionAt(request.params));
        await startRollout(deps, rollout);
        return reply
          .status(status)
          .header('location', rolloutAddress(rollout.version))
          .send(rolloutView(await rolloutFor(deps, caller, rollout)));
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

  function versionAt(params: { year: string; id: string }): Promise<CalendarVersion> {
    return getVersion(database, keyOf(params));
  }
}

/** @throws {Problem} 404 */
async function getVersion(
  executor: Executor,
  { year, id }: { readonly year: number; readonly id: CalendarVersionId },
): Promise<CalendarVersion> {
  const version = await findCalendarVersion(executor, year, id);
  if (version === undefined) throw new Problem('not_found');
  return version;
}

function keyOf(params: { year: string; id: string }): { year: number; id: CalendarVersionId } {
  // Compared with what Postgres holds; a text that is no version finds nothing.
  if (!/^[0-9a-f]{16}$/.test(params.id)) throw new Problem('not_found');
  return { year: yearOf(params), id: params.id as CalendarVersionId };
}
