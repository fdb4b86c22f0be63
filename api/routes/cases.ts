import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { CaseFilter, CasePosition } from '../../db/repositories/cases.ts';
import { listCases } from '../../db/repositories/cases.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { caseStatuses } from '../../domain/case/status.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { unitsWithin } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import { listItemsOf } from '../case-list.ts';
import { readCaseView } from '../case-view.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { notModified, sendUnlessSeen } from '../etag.ts';
import { acceptedLater } from '../later.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AcceptedSchema, CaseListItemSchema, CaseSchema } from '../schemas/case.ts';
import { pageSchema, paging, UnitCodeQuery } from '../schemas/page.ts';
import { problems } from '../schemas/problem.ts';
import { ref } from '../schemas/reference.ts';
import { InstantSchema } from '../schemas/text.ts';

const CaseQuery = Type.Object(
  {
    ...paging,
    status: Type.Optional(Type.Array(Type.Enum([...caseStatuses]), { maxItems: caseStatuses.length })),
    acceptingStation: Type.Optional({ ...UnitCodeQuery, description: '受理地派出所，或其上级单位' }),
    homeStation: Type.Optional({ ...UnitCodeQuery, description: '户籍地派出所，或其上级单位' }),
    overdue: Type.Optional(Type.Boolean({ description: 'true：只列查证已逾期的' })),
    dueBefore: Type.Optional(InstantSchema),
    acceptedSince: Type.Optional(InstantSchema),
  },
  { additionalProperties: false },
);

// Who has not answered yet and still can.
const awaitingAnswer: readonly CaseStatus[] = ['in_transit', 'verifying'];

/** Reading cases: the list and a single one. */
export function caseRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listCases',
      summary: '申请件列表',
      description: 'Cases of the caller’s unit and of those below it, newest first, personal data masked.',
      tags: ['cases'],
      querystring: CaseQuery,
      response: { 200: pageSchema(ref(CaseListItemSchema)), ...problems(401, 422) },
    };
    app.get('/v1/cases', { schema: listSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const { limit } = request.query;
      const now = deps.clock.now();
      const tree = await deps.units.tree();
      return withScope(deps.database, unitCode, async (executor) => {
        const filter = filterOf(request.query, now, tree);
        const rows =
          filter.statuses?.length === 0
            ? []
            : await listCases(executor, { ...filter, unitCode, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ acceptedAt, caseNo }) => [acceptedAt, caseNo]);
        return { items: await listItemsOf(executor, items, { tree, now }), nextCursor };
      });
    });

    const getSchema = {
      operationId: 'getCase',
      summary: '申请件',
      tags: ['cases'],
      params: CaseParams,
      response: { 200: ref(CaseSchema), 202: ref(AcceptedSchema), ...notModified, ...problems(401, 404) },
    };
    app.get('/v1/cases/:caseNo', { schema: getSchema }, async (request, reply) => {
      const caseNo = caseNoOf(request.params.caseNo);
      const view = await readCaseView(deps, callerOf(request), caseNo);
      if (view === 'pending') return reply.status(202).header('retry-after', '2').send(acceptedLater(caseNo));
      return sendUnlessSeen(request, reply, view, view.version);
    });
    done();
  };
}

function filterOf(
  query: Static<typeof CaseQuery>,
  now: Instant,
  tree: UnitTree,
): Omit<CaseFilter, 'unitCode' | 'limit'> {
  const dueBefore = [
    ...(query.dueBefore === undefined ? [] : [readInstant(query.dueBefore, 'dueBefore')]),
    ...(query.overdue === true ? [now] : []),
  ].sort()[0];
  const statuses =
    query.overdue === true
      ? awaitingAnswer.filter((status) => query.status?.includes(status) ?? true)
      : query.status;
  return {
    statuses,
    dueBefore,
    acceptedSince:
      query.acceptedSince === undefined ? undefined : readInstant(query.acceptedSince, 'acceptedSince'),
    acceptingStations: stationsOf(query.acceptingStation, tree),
    homeStations: stationsOf(query.homeStation, tree),
    after: decodeCursor(query.cursor, positionOf),
  };
}

/** The unit and what stands below it: a supervisor asks for his own stations (S51). A code that the tree lacks finds nothing. */
function stationsOf(code: string | undefined, tree: UnitTree): UnitCode[] | undefined {
  return code === undefined ? undefined : unitsWithin(tree, code as UnitCode);
}

function positionOf([acceptedAt, caseNo]: readonly unknown[]): CasePosition | undefined {
  if (typeof acceptedAt !== 'string' || typeof caseNo !== 'string' || !isCaseNo(caseNo)) return undefined;
  const instant = findInstant(acceptedAt);
  return instant === undefined ? undefined : { acceptedAt: instant, caseNo };
}

function readInstant(text: string, name: string): Instant {
  const instant = findInstant(text);
  if (instant !== undefined) return instant;
  const message = '应为带时区的时间，如 2026-11-25T08:30:00+08:00。';
  throw new Problem('validation_failed', {
    errors: [{ pointer: `/query/${name}`, code: 'wrong_form', message }],
  });
}
