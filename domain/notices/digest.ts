import type { ClockId } from '../clocks/clock-id.ts';

/** What stations have to do: what a supervisor's digest tells of his own units, never of the other side of their cases. */
export const digestTasks = {
  verification: { title: '作为户籍地查证反馈', clocks: ['verification'] },
  further_verification: { title: '协助其他派出所查证', clocks: ['further_verification'] },
  other_home: { title: '作为户籍地指派、确认备案', clocks: ['assignment', 'filing_acknowledgement'] },
  accepting: {
    title: '作为受理地流转送达、出具通知、发送备案函',
    clocks: ['transmission', 'receipt', 'issue', 'filing_dispatch'],
  },
} as const satisfies Record<string, { readonly title: string; readonly clocks: readonly ClockId[] }>;

export type DigestTask = keyof typeof digestTasks;

/** Cases in which a task ends today, and those in which it has ended. */
export interface TaskCounts {
  readonly dueToday: number;
  readonly overdue: number;
}

/** A morning at a unit and all below it. */
export interface DigestFigures {
  readonly tasks: Readonly<Record<DigestTask, TaskCounts>>;
  readonly unansweredEscalations: number;
  /** Addressed to whoever supervises the unit, or one below it. */
  readonly openComplaints: number;
  readonly directoryGaps: number;
}

const noTask: TaskCounts = { dueToday: 0, overdue: 0 };

/** A morning without anything. */
export const quietMorning: DigestFigures = {
  tasks: { verification: noTask, further_verification: noTask, other_home: noTask, accepting: noTask },
  unansweredEscalations: 0,
  openComplaints: 0,
  directoryGaps: 0,
};

const tasks = Object.keys(digestTasks) as DigestTask[];

export function addMornings(one: DigestFigures, other: DigestFigures): DigestFigures {
  const sum = (task: DigestTask): TaskCounts => ({
    dueToday: one.tasks[task].dueToday + other.tasks[task].dueToday,
    overdue: one.tasks[task].overdue + other.tasks[task].overdue,
  });
  return {
    tasks: {
      verification: sum('verification'),
      further_verification: sum('further_verification'),
      other_home: sum('other_home'),
      accepting: sum('accepting'),
    },
    unansweredEscalations: one.unansweredEscalations + other.unansweredEscalations,
    openComplaints: one.openComplaints + other.openComplaints,
    directoryGaps: one.directoryGaps + other.directoryGaps,
  };
}

/** The words of a digest; undefined where there is nothing to tell. */
export function digestText({
  tasks: counts,
  unansweredEscalations,
  openComplaints,
  directoryGaps,
}: DigestFigures) {
  const sentences = [
    ...tasks
      .filter((task) => counts[task].dueToday + counts[task].overdue > 0)
      .map((task) => {
        const { dueToday, overdue } = counts[task];
        return `${digestTasks[task].title}：今日到期${dueToday}件，已逾期${overdue}件。`;
      }),
    ...(unansweredEscalations > 0 ? [`督办未回告${unansweredEscalations}件。`] : []),
    ...(openComplaints > 0 ? [`投诉待答复${openComplaints}件。`] : []),
    ...(directoryGaps > 0 ? [`通讯录缺口${directoryGaps}处。`] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join('');
}
