import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { EscalationPosition } from '../../db/repositories/escalations.ts';
import { countEscalations, listEscalations } from '../../db/repositories/escalations.ts';
import { withScope } from '../../db/scope.ts';
import { statusTitles } from '../../domain/case/status.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import { postRules } from '../../domain/directory/post.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { colours, colourTitles, rungTitles } from '../../domain/escalation/rung.ts';
import {
  escalationStandings,
  escalationStandingTitles,
  standingOf,
} from '../../domain/escalation/standing.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { EscalationCountsSchema, EscalationSchema } from '../schemas/escalation.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { problems } from '../schemas/problem.ts';

const settledForMs = 30 * 24 * 60 * 60 * 1000;

const EscalationQuery = Type.Object(
  {
    ...paging,
    standing: Type.Optional(Type.Enum([...escalationStandings], { description: '办理状态' })),
    colour: Type.Optional(Type.Array(Type.Enum([...colours]), { maxItems: colours.length })),
  },
  { additionalProperties: false },
);

type EscalationRow = Awaited<ReturnType<typeof listEscalations>>[number];

/** 督办: what a supervisor has to look at, in the cases of his unit and of those below it. */
export function escalationRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listEscalations',
      summary: '督办列表',
      description: 'Fired rungs of the cases in the caller’s scope, newest first; replied to by `reply`.',
      tags: ['escalations'],
      querystring: EscalationQuery,
      response: { 200: pageSchema(EscalationSchema), ...problems(401, 422) },
    };
    app.get('/v1/escalations', { schema: listSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const { limit, standing, colour, cursor } = request.query;
      const now = deps.clock.now();
      const tree = await deps.units.tree();
      const after = decodeCursor(cursor, positionOf);
      const rows = await withScope(deps.database, unitCode, (executor) =>
        listEscalations(executor, { unitCode, now, standing, colours: colour, after, limit: limit + 1 }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ escalation }) => [
        escalation.firedAt,
        escalation.caseNo,
        escalation.rungKey,
      ]);
      return { items: items.map((row) => viewOf(row, tree, now)), nextCursor };
    });

    const countSchema = {
      operationId: 'countEscalations',
      summary: '督办数量，按颜色和办理状态',
      tags: ['escalations'],
      response: { 200: EscalationCountsSchema, ...problems(401) },
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

function viewOf(row: EscalationRow, tree: UnitTree, now: Instant): Static<typeof EscalationSchema> {
  const { escalation, status, dueAt } = row;
  const { caseNo, rungKey, clock, rung, colour, firedAt, replyDueAt, settledAt, told } = escalation;
  const standing = standingOf(escalation, now);
  return {
    caseNo,
    rungKey,
    clock,
    rung,
    title: rungTitles[rung],
    colour,
    colourTitle: colourTitles[colour],
    standing,
    standingTitle: escalationStandingTitles[standing],
    firedAt,
    replyDueAt,
    settledAt,
    acceptingStation: unitOf(tree, row.acceptingStation),
    homeStation: unitOf(tree, row.homeStation),
    caseStatus: status,
    caseStatusTitle: statusTitles[status],
    dueAt,
    told: told.map(({ unitCode, post }) => ({
      unitCode,
      unitName: getUnit(tree, unitCode).name,
      post,
      postTitle: postRules[post].title,
    })),
  };
}

function unitOf(tree: UnitTree, code: UnitCode) {
  return { code, name: getUnit(tree, code).name };
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
