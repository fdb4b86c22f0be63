import type { Client, ScheduleSpec } from '@temporalio/client';
import { ScheduleAlreadyRunning } from '@temporalio/client';
import type { TaskQueue } from '../workflows/contract.ts';
import {
  calendarAlarmWorkflowName,
  calendarSweepWorkflowName,
  digestWorkflowName,
  directoryFreshnessWorkflowName,
  dispatchNoticesWorkflowName,
  filingReconciliationWorkflowName,
  retentionWorkflowName,
  sweepWorkflowName,
  taskQueues,
} from '../workflows/contract.ts';

interface PeriodicWork {
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly spec: ScheduleSpec;
  /** How long after a missed time it still makes sense: Temporal was away. */
  readonly catchupWindow: '1m' | '12h';
}

const every = (interval: '10s' | '5m' | '1h'): ScheduleSpec => ({ intervals: [{ every: interval }] });

/** Before the office opens, by the Beijing clock. */
const dailyAt = (hour: number, minute: number): ScheduleSpec => ({
  calendars: [{ hour, minute }],
  timezone: 'Asia/Shanghai',
});

/** All periodic work of the house. There is no other clock in it. */
export const periodicWork = {
  sweep: {
    workflowType: sweepWorkflowName,
    taskQueue: taskQueues.cases,
    spec: every('5m'),
    catchupWindow: '1m',
  },
  'dispatch-notices': {
    workflowType: dispatchNoticesWorkflowName,
    taskQueue: taskQueues.notices,
    spec: every('10s'),
    catchupWindow: '1m',
  },
  'calendar-sweep': {
    workflowType: calendarSweepWorkflowName,
    taskQueue: taskQueues.cases,
    spec: every('1h'),
    catchupWindow: '1m',
  },
  'calendar-alarm': {
    workflowType: calendarAlarmWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(7, 40),
    catchupWindow: '12h',
  },
  'directory-freshness': {
    workflowType: directoryFreshnessWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(7, 45),
    catchupWindow: '12h',
  },
  digest: {
    workflowType: digestWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(7, 50),
    catchupWindow: '12h',
  },
  'filing-reconciliation': {
    workflowType: filingReconciliationWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(7, 55),
    catchupWindow: '12h',
  },
  retention: {
    workflowType: retentionWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(2, 0),
    catchupWindow: '12h',
  },
} as const satisfies Record<string, PeriodicWork>;

/** Registers the periodic work with Temporal; whoever comes second finds it there. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const [scheduleId, work] of Object.entries<PeriodicWork>(periodicWork)) {
    await client.schedule
      .create({
        scheduleId,
        spec: work.spec,
        action: {
          type: 'startWorkflow',
          workflowType: work.workflowType,
          workflowId: scheduleId,
          taskQueue: work.taskQueue,
          args: [],
        },
        policies: { overlap: 'SKIP', catchupWindow: work.catchupWindow },
      })
      .catch(ignoreRunning);
  }
}

function ignoreRunning(error: unknown): void {
  if (!(error instanceof ScheduleAlreadyRunning)) throw error;
}
