import { dueDate, times } from './facts.ts';

const weekdays: Readonly<Record<string, string>> = {
  '2026-11-26': '周四',
  '2026-11-27': '周五',
  '2026-11-30': '周一',
  '2026-12-01': '周二',
  '2026-12-02': '周三',
};

const weekend = [
  { date: '2026-11-28', ordinal: null, reason: '周末', notice: null },
  { date: '2026-11-29', ordinal: null, reason: '周末', notice: null },
];

const counted = Object.keys(weekdays).map((date, index) => ({
  ...{ date, ordinal: index + 1, reason: '工作日', notice: null },
}));

/** The term of the home station, day by day. */
export const term = {
  ...{ startedAt: times.delivered, termWorkingDays: 5, dueAt: times.due, calendarDueAt: times.due },
  ...{ provisional: false, overdue: false },
  days: [
    { date: '2026-11-25', ordinal: null, reason: '工作日', notice: null },
    ...counted.slice(0, 2),
    ...weekend,
    ...counted.slice(2),
  ],
  notices: [],
  explanation: [
    '2026-11-25（周三）起算当日，不计入',
    ...counted.slice(0, 2).map(sentenceOf),
    ...['2026-11-28（周六）周末，不计入', '2026-11-29（周日）周末，不计入'],
    ...counted.slice(2).map(sentenceOf),
    ...[`应于${dueDate}（周三）17:30前办结`, '截止时间为最后一日的下班时间'],
    '材料缺页、不清而补发或者申请人补正的，期限照常计算',
  ],
};

function sentenceOf({ date, ordinal }: { readonly date: string; readonly ordinal: number }): string {
  return `${date}（${weekdays[date] ?? ''}）第${String(ordinal)}个工作日`;
}
