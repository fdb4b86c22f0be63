import type { Static } from '@fastify/type-provider-typebox';
import { csvOf } from '../platform/csv.ts';
import type { StatisticsSchema } from './schemas/statistics.ts';

export type StatisticsView = Static<typeof StatisticsSchema>;

/** The head of the table that people open in a spreadsheet, after the unit. */
const columns = {
  cases: '申请件数',
  rerouted: '其中改送他处',
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
} as const satisfies Record<keyof StatisticsView['total'], string>;

/** The statistics as a CSV file: a line for each unit below, the last one for the unit itself. */
export function statisticsTable({ unitCode, unitName, total, units }: StatisticsView): string {
  const rows = [...units, { unitCode, unitName: `${unitName}（合计）`, ...total }];
  const fields = Object.keys(columns) as (keyof typeof columns)[];
  return csvOf([
    ['单位', ...Object.values(columns)],
    // Code and name in one cell: of a code alone a spreadsheet makes a number, 5.20303E+11.
    ...rows.map((row) => [
      `${row.unitCode} ${row.unitName}`,
      ...fields.map((field) => String(row[field] ?? '')),
    ]),
  ]);
}
