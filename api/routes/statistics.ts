import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Statistics } from '../../db/repositories/statistics.ts';
import { readStatistics } from '../../db/repositories/statistics.ts';
import { withScope } from '../../db/scope.ts';
import { clockSides } from '../../domain/clocks/clock.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, isPlainDate, localDateOf } from '../../domain/time/plain-date.ts';
import type { Unit, UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit, isWithin } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { UnitCodeQuery } from '../schemas/page.ts';
import { StatisticsSchema } from '../schemas/statistics.ts';
import type { StatisticsView } from '../statistics-table.ts';
import { statisticsTable } from '../statistics-table.ts';

const date = (description: string) => Type.Optional(Type.String({ format: 'date', description }));

const StatisticsQuery = Type.Object(
  {
    unit: Type.Optional(UnitCodeQuery),
    side: Type.Enum([...clockSides], { default: 'home', description: '作为受理地，或作为户籍地' }),
    from: date('受理日期起，默认30日前'),
    to: date('受理日期止，默认今日'),
    format: Type.Enum(['json', 'csv'], { default: 'json' }),
  },
  { additionalProperties: false },
);

const usualDays = 30;

/** Statistics of any unit in the caller's scope, in any period. */
export function statisticsRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'getStatistics',
      summary: '统计',
      description:
        'Of cases accepted in the period, of the unit and of each unit one level below it. As JSON, or with format=csv as CSV: UTF-8 with a byte order mark, a line for each unit below, the unit itself last; the first cell is code and name.',
      tags: ['statistics'],
      querystring: StatisticsQuery,
      problems: ['not_found'] as const,
      response: {
        200: {
          description: 'Default Response',
          content: {
            'application/json': { schema: StatisticsSchema },
            'text/csv': { schema: Type.String() },
          },
        },
      },
    };
    app.get('/v1/statistics', { schema }, async (request, reply) => {
      const { unitCode: callersUnit } = callerOf(request);
      const { side, format, ...query } = request.query;
      const tree = await deps.units.tree();
      const unit = tree.get((query.unit ?? callersUnit) as UnitCode);
      if (unit === undefined || !isWithin(tree, unit.code, callersUnit)) throw new Problem('not_found');
      const { from, to } = periodOf(query, localDateOf(deps.clock.now()));
      const question = { side, unitCode: unit.code, level: unit.level, from, to };
      const view = await withScope(deps.database, callersUnit, async (executor): Promise<StatisticsView> => {
        const { total, units } = await readStatistics(executor, question, levelBelow(tree, unit));
        return {
          unitCode: unit.code,
          unitName: unit.name,
          side,
          from,
          to,
          total: withShares(total),
          units: units.map(({ unitCode, ...row }) => ({
            unitCode,
            unitName: getUnit(tree, unitCode).name,
            ...withShares(row),
          })),
        };
      });
      if (format === 'json') return view;
      const file = `statistics-${unit.code}-${side}-${from}-${to}.csv`;
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(statisticsTable(view));
    });
    done();
  };
}

/** @throws {Problem} 422 */
function periodOf(query: { readonly from?: string; readonly to?: string }, today: PlainDate) {
  const { to = today, from = addDays(today, -usualDays) } = query;
  const faults = Object.entries({ from, to })
    .filter(([, text]) => !isPlainDate(text))
    .map(([name]) => ({
      pointer: `/query/${name}`,
      code: 'wrong_form',
      message: '应为存在的日期（YYYY-MM-DD）。',
    }));
  if (faults.length === 0 && from > to) {
    faults.push({ pointer: '/query/to', code: 'before_from', message: '止期不能早于起期。' });
  }
  if (faults.length > 0) throw new Problem('validation_failed', { errors: faults });
  return { from: from as PlainDate, to: to as PlainDate };
}

/** Trees leave levels out: below a municipality stand counties. */
function levelBelow(tree: UnitTree, { code }: Unit): UnitLevel | null {
  return [...tree.values()].find(({ parentCode }) => parentCode === code)?.level ?? null;
}

function withShares(row: Statistics): StatisticsView['total'] {
  const { answeredInTime, answeredLate, annex2, certificates, filingsInTime, filingsLate } = row;
  return {
    ...row,
    inTimeShare: shareOf(answeredInTime, answeredInTime + answeredLate),
    annex2Share: shareOf(annex2, certificates),
    filingsInTimeShare: shareOf(filingsInTime, filingsInTime + filingsLate),
    repliesInTimeShare: shareOf(row.repliesInTime, row.repliesDemanded),
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
