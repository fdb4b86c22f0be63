import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Statistics } from '../../db/repositories/statistics.ts';
import { readStatistics, statisticsSides } from '../../db/repositories/statistics.ts';
import { withScope } from '../../db/scope.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, isPlainDate, localDateOf } from '../../domain/time/plain-date.ts';
import type { Unit, UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit, isWithin } from '../../domain/units/unit-tree.ts';
import { csvOf } from '../../platform/csv.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { UnitCodeQuery } from '../schemas/page.ts';
import { problems } from '../schemas/problem.ts';
import { StatisticsSchema } from '../schemas/statistics.ts';

type StatisticsView = Static<typeof StatisticsSchema>;

const date = (description: string) => Type.Optional(Type.String({ format: 'date', description }));

const StatisticsQuery = Type.Object(
  {
    unit: Type.Optional(UnitCodeQuery),
    side: Type.Enum([...statisticsSides], { default: 'home', description: '作为受理地，或作为户籍地' }),
    from: date('受理日期起，默认30日前'),
    to: date('受理日期止，默认今日'),
    format: Type.Enum(['json', 'csv'], { default: 'json' }),
  },
  { additionalProperties: false },
);

const usualDays = 30;

/** The head of the table that people open in a spreadsheet. */
const columns = {
  unitCode: '单位代码',
  unitName: '单位',
  cases: '受理件数',
  closed: '办结件数',
  answeredInTime: '按期反馈',
  answeredLate: '逾期反馈或未反馈',
  inTimeShare: '按期率',
  averageWorkingDays: '平均工作日',
  unsigned: '未签收',
  referredInconsistent: '告知前往户籍地：信息不一致',
  referredPartlyConsistent: '告知前往户籍地：部分不一致',
  referredNotVerifiable: '告知前往户籍地：身份无法查证',
  referredAtWish: '告知前往户籍地：申请人要求',
  certificates: '出具证明',
  annex2: '其中附件2',
  annex2Share: '附件2占比',
  filingsInTime: '备案及时',
  filingsLate: '备案逾期',
  filingsInTimeShare: '备案及时率',
  blueRungs: '蓝色督办',
  yellowRungs: '黄色督办',
  redRungs: '红色督办',
  repliesDemanded: '应回告',
  repliesInTime: '按期回告',
  repliesInTimeShare: '按期回告率',
} as const satisfies Record<keyof StatisticsView['units'][number], string>;

/** Statistics of any unit in the caller's scope, in any period. */
export function statisticsRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'getStatistics',
      summary: '统计',
      description:
        'Of cases accepted in the period, of the unit and of each unit one level below it. As JSON, or as CSV with format=csv.',
      tags: ['statistics'],
      querystring: StatisticsQuery,
      response: {
        200: {
          description: 'Default Response',
          content: {
            'application/json': { schema: StatisticsSchema },
            'text/csv': { schema: Type.String() },
          },
        },
        ...problems(401, 404, 422),
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
      const file = `statistics-${unit.code}-${from}-${to}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(tableOf(view));
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

function tableOf({ unitCode, unitName, total, units }: StatisticsView): string {
  const rows = [...units, { unitCode, unitName: `${unitName}（合计）`, ...total }];
  const fields = Object.keys(columns) as (keyof typeof columns)[];
  return csvOf([
    Object.values(columns),
    ...rows.map((row) => fields.map((field) => String(row[field] ?? ''))),
  ]);
}
