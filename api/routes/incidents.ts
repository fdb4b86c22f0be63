import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { IncidentGroup, IncidentRow } from '../../db/repositories/incidents.ts';
import { countIncidents, listIncidents } from '../../db/repositories/incidents.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { incidentClasses, incidentClassNames } from '../../domain/operations/incident.ts';
import { remedies } from '../../domain/operations/remedy.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { IncidentClassSchema, IncidentListSchema } from '../schemas/incident.ts';
import { paging } from '../schemas/page.ts';

const IncidentQuery = Type.Object(
  {
    ...paging,
    standing: Type.Enum(['open', 'ended'], { default: 'open' }),
    class: Type.Optional(Type.Array(IncidentClassSchema, { maxItems: incidentClassNames.length })),
    caseNo: Type.Optional(Type.String({ maxLength: 30 })),
    reason: Type.Optional(Type.String({ maxLength: 100 })),
    queue: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);

/** What does not move, and what would help. */
export function incidentRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const schema = {
    operationId: 'listIncidents',
    summary: '运行异常',
    description:
      'Everything that does not move in the cases of the caller’s scope, and in the house itself, latest first; the groups count all that match. The list is brought up to date every 30 seconds.',
    tags: ['operations'],
    querystring: IncidentQuery,
    response: { 200: IncidentListSchema },
  };
  return (app, _options, done) => {
    app.get('/v1/operations/incidents', { schema }, (request) => {
      const { limit, cursor, class: classes, caseNo, ...filter } = request.query;
      const wanted = { ...filter, classes, caseNo: caseNo as CaseNo | undefined };
      const before = decodeCursor(cursor, ([id]) => (Number.isInteger(id) ? (id as number) : undefined));
      return withScope(deps.database, callerOf(request).unitCode, async (executor) => {
        const rows = await listIncidents(executor, { ...wanted, before, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
        const groups = await countIncidents(executor, wanted);
        return { groups: groups.map(groupView), items: items.map(incidentView), nextCursor };
      });
    });
    done();
  };
}

function groupView(group: IncidentGroup) {
  const { title: classTitle, meaning } = incidentClasses[group.class];
  return { ...group, classTitle, meaning };
}

function incidentView({ subjectKey: _key, ...row }: IncidentRow) {
  const { title: classTitle, advice, remedies: suggested } = incidentClasses[row.class];
  return {
    ...row,
    classTitle,
    advice,
    remedies: suggested.map((remedy) => ({
      remedy,
      title: remedies[remedy].title,
      approval: remedies[remedy].approval,
    })),
  };
}
