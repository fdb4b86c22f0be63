import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { readWordsOf } from '../../db/repositories/act-records.ts';
import type { EscalationFilter, EscalationPosition } from '../../db/repositories/escalations.ts';
import { countEscalations, listEscalations } from '../../db/repositories/escalations.ts';
import { withScope } from '../../db/scope.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import { stationsServedBy } from '../../domain/directory/mergers.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { colours, colourTitles } from '../../domain/escalation/rung.ts';
import { seatsOf } from '../../domain/escalation/seats.ts';
import { escalationStandings, escalationStandingTitles } from '../../domain/escalation/standing.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { escalationView, replyIdOf, tellingsOfRungs } from '../escalation-view.ts';
import { EscalationCountsSchema, EscalationSchema } from '../schemas/escalation.ts';
import { pageSchema, paging } from '../schemas/page.ts';

const settledForMs = 30 * 24 * 60 * 60 * 1000;

const EscalationQuery = Type.Object(
  {
    ...paging,
    standing: Type.Optional(Type.Enum([...escalationStandings], { description: '办理状态' })),
    replyDemanded: Type.Optional(Type.Boolean({ description: 'true：只列须回告的' })),
    to: Type.Optional(Type.Enum(['me'], { description: 'me：只列告知本单位本岗位的' })),
    colour: Type.Optional(Type.Array(Type.Enum([...colours]), { maxItems: colours.length })),
  },
  { additionalProperties: false },
);

/** 督办: what a supervisor has to look at, in the cases of his unit and of those below it. */
export function escalationRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listEscalations',
      summary: '督办列表',
      description: 'Fired rungs of the cases in the caller’s scope, newest first; replied to by `reply`.',
      tags: ['escalations'],
      querystring: EscalationQuery,
      response: { 200: pageSchema(EscalationSchema) },
    };
    app.get('/v1/escalations', { schema: listSchema }, async (request) => {
      const caller = callerOf(request);
      const { limit } = request.query;
      const now = deps.clock.now();
      const tree = await deps.units.tree();
      return withScope(deps.database, caller.unitCode, async (executor) => {
        const filter = { ...filterOf(request.query, caller), now, limit: limit + 1 };
        const { items, nextCursor } = pageOf(
          await listEscalations(executor, filter),
          limit,
          ({ escalation }) => [escalation.firedAt, escalation.caseNo, escalation.rungKey],
        );
        const words = await readWordsOf(executor, items.flatMap(replyIdOf));
        const tellings = await tellingsOfRungs(executor, tree, items);
        const viewing = { caller, tree, now, words };
        return {
          items: items.map((row, index) =>
            escalationView(row, tellings[index] ?? { told: [], gaps: [] }, viewing),
          ),
          nextCursor,
        };
      });
    });

    const countSchema = {
      operationId: 'countEscalations',
      summary: '督办数量，按颜色和办理状态',
      tags: ['escalations'],
      response: { 200: EscalationCountsSchema },
    };
    app.get('/v1/escalations/counts', { schema: countSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const now = deps.clock.now();
      const counts = await withScope(deps.database, unitCode, (executor) =>
        countEscalations(executor, { unitCode, now, since: addMs(now, -settledForMs) }),
      );
      return {
        items: counts.map(({ colour, standing, count }) => ({
          colour,
          colourTitle: colourTitles[colour],
          standing,
          standingTitle: escalationStandingTitles[standing],
          count,
        })),
      };
    });
    done();
  };
}

function filterOf(
  { standing, replyDemanded, to, colour, cursor }: Static<typeof EscalationQuery>,
  caller: Caller,
): Omit<EscalationFilter, 'now' | 'limit'> {
  return {
    unitCode: caller.unitCode,
    standing,
    reply: replyDemanded === undefined ? undefined : replyDemanded ? 'demanded' : 'not_demanded',
    toldTo: to === undefined ? undefined : seatsServedBy(caller),
    colours: colour,
    after: decodeCursor(cursor, positionOf),
  };
}

/** The seats of the caller, also at stations that were merged into his. */
function seatsServedBy({ unitCode, roles, mergers }: Caller): Seat[] {
  return stationsServedBy(unitCode, mergers).flatMap((station) => seatsOf({ unitCode: station, roles }));
}

function positionOf([firedAt, caseNo, rungKey]: readonly unknown[]): EscalationPosition | undefined {
  if (typeof firedAt !== 'string' || typeof caseNo !== 'string' || typeof rungKey !== 'string') {
    return undefined;
  }
  if (!isCaseNo(caseNo)) return undefined;
  try {
    return { firedAt: parseInstant(firedAt), caseNo, rungKey: rungKey as RungKey };
  } catch {
    return undefined;
  }
}
