import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { callerOf } from '../authentication.ts';
import { findDryRunAt } from '../calendars/dry-run.ts';
import { dryRunFor, rolloutFor } from '../calendars/in-scope.ts';
import { movesTable } from '../calendars/moves-table.ts';
import { dryRunView, rolloutView } from '../calendars/views.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CalendarDryRunSchema, CalendarRolloutSchema, CalendarWorkParams } from '../schemas/calendar.ts';
import { ref } from '../schemas/reference.ts';

const tags = ['calendars'];

const dryRunSchema = {
  operationId: 'getCalendarDryRun',
  summary: '试算结果',
  description:
    'As JSON the counts and the first hundred deadlines, or with format=csv all of them as CSV: UTF-8 with a byte order mark, a line for each in the order of the case numbers; 404 while it runs.',
  tags,
  params: CalendarWorkParams,
  querystring: Type.Object(
    { format: Type.Enum(['json', 'csv'], { default: 'json' }) },
    { additionalProperties: false },
  ),
  problems: ['not_found'] as const,
  response: {
    200: {
      description: 'Default Response',
      content: {
        'application/json': { schema: ref(CalendarDryRunSchema) },
        'text/csv': { schema: Type.String() },
      },
    },
  },
};

const rolloutSchema = {
  operationId: 'getCalendarRollout',
  summary: '期限重算进度',
  tags,
  params: CalendarWorkParams,
  problems: ['not_found'] as const,
  response: { 200: ref(CalendarRolloutSchema) },
};

/** What workers do for calendars, to be asked after. */
export function calendarWorkRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/calendar-dry-runs/:id', { schema: dryRunSchema }, async (request, reply) => {
      const dryRun = await findDryRunAt(deps.database, request.params.id);
      if (dryRun === undefined) throw new Problem('not_found');
      const seen = await dryRunFor(deps, callerOf(request), dryRun);
      if (request.query.format === 'json') return dryRunView(seen);
      if (seen.impact === null) throw new Problem('not_found', { detail: '试算尚未完成，请稍后再取。' });
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="calendar-dry-run-${dryRun.id}.csv"`)
        .send(movesTable(seen.impact.moved));
    });

    app.get('/v1/calendar-rollouts/:id', { schema: rolloutSchema }, async (request) => {
      const { id } = request.params;
      const rollout = /^[0-9a-f]{12}$/.test(id) ? await findRollout(deps.database, id) : undefined;
      if (rollout === undefined) throw new Problem('not_found');
      return rolloutView(await rolloutFor(deps, callerOf(request), rollout));
    });
    done();
  };
}
