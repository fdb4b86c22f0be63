import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { findDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { findPublication } from '../../db/repositories/calendars.ts';
import { administratorOf } from '../administrator.ts';
import { dryRunView, rolloutView } from '../calendars/views.ts';
import type { ApiDeps } from '../deps.ts';
import { etagOf } from '../etag.ts';
import { Problem } from '../problems.ts';
import { CalendarDryRunSchema, CalendarRolloutSchema, CalendarWorkParams } from '../schemas/calendar.ts';
import { problems } from '../schemas/problem.ts';
import { ref } from '../schemas/reference.ts';

const tags = ['calendars'];

const dryRunSchema = {
  operationId: 'getCalendarDryRun',
  summary: '试算结果',
  description: 'The ETag names the calendar that it was compared with.',
  tags,
  params: CalendarWorkParams,
  response: { 200: ref(CalendarDryRunSchema), ...problems(401, 403, 404) },
};

const rolloutSchema = {
  operationId: 'getCalendarRollout',
  summary: '期限重算进度',
  tags,
  params: CalendarWorkParams,
  response: { 200: ref(CalendarRolloutSchema), ...problems(401, 403, 404) },
};

/** What workers do for calendars, to be asked after. */
export function calendarWorkRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/calendar-dry-runs/:id', { schema: dryRunSchema }, async (request, reply) => {
      administratorOf(request);
      const { id } = request.params;
      const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
      const dryRun = isUuid ? await findDryRun(database, id) : undefined;
      if (dryRun === undefined) throw new Problem('not_found');
      const publication = await findPublication(database, dryRun.basedOn);
      if (publication !== undefined) void reply.header('etag', etagOf(publication.n));
      return reply.send(dryRunView(dryRun));
    });

    app.get('/v1/calendar-rollouts/:id', { schema: rolloutSchema }, async (request) => {
      administratorOf(request);
      const { id } = request.params;
      const rollout = /^[0-9a-f]{12}$/.test(id) ? await findRollout(database, id) : undefined;
      if (rollout === undefined) throw new Problem('not_found');
      return rolloutView(rollout);
    });
    done();
  };
}
