import { isDeepStrictEqual } from 'node:util';
import type { Client, ScheduleSpec } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleNotFoundError } from '@temporalio/client';
import type { TaskQueue } from '../workflows/contract.ts';
import {
  blobSweepWorkflowName,
  calendarAlarmWorkflowName,
  calendarSweepWorkflowName,
  digestWorkflowName,
  directoryFreshnessWorkflowName,
  dispatchNoticesWorkflowName,
  filingReconciliationWorkflowName,
  forgetInquiriesWorkflowName,
  retentionWorkflowName,
  sweepWorkflowName,
  taskQueues,
} from '../workflows/contract.ts';
import { incidentDetectorWorkflowName } from '../workflows/operations/contract.ts';

interface PeriodicWork {
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly spec: ScheduleSpec;
  /** How long after a missed time it still makes sense: Temporal was away. */
  readonly catchupWindow: '1m' | '12h';
}

const every = (interval: '10s' | '30s' | '5m' | '1h'): ScheduleSpec => ({ intervals: [{ every: interval }] });

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
  // What stands still is in the list within a minute.
  'incident-detector': {
    workflowType: incidentDetectorWorkflowName,
    taskQueue: taskQueues.operations,
    spec: every('30s'),
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
  'forget-inquiries': {
    workflowType: forgetInquiriesWorkflowName,
    taskQueue: taskQueues.cases,
    spec: every('1h'),
    catchupWindow: '1m',
  },
  retention: {
    workflowType: retentionWorkflowName,
    taskQueue: taskQueues.cases,
    spec: dailyAt(2, 0),
    catchupWindow: '12h',
  },
  'blob-sweep': {
    workflowType: blobSweepWorkflowName,
    taskQueue: taskQueues.cases,
    spec: every('1h'),
    catchupWindow: '1m',
  },
} as const satisfies Record<string, PeriodicWork>;

/** The schedules under it are ours alone: what the table does not know is removed. */
const prefix = 'periodic/';

/**
 * Brings Temporal's schedules in line with the table, as a new release may have changed it: makes, changes and removes.
 * Whoever comes second finds it done.
 */
export async function ensureSchedules(
  client: Client,
  table: Readonly<Record<string, PeriodicWork>> = periodicWork,
): Promise<void> {
  const wanted = new Map(Object.entries(table).map(([name, work]) => [`${prefix}${name}`, work]));
  for (const [scheduleId, work] of wanted) await ensureSchedule(client, scheduleId, work);
  for await (const { scheduleId } of client.schedule.list()) {
    if (scheduleId.startsWith(prefix) && !wanted.has(scheduleId)) {
      await client.schedule.getHandle(scheduleId).delete().catch(ignoreGone);
    }
  }
}

/**
 * Changes nothing where the table says what it said: an update makes Temporal forget the times that were missed before
 * it, so that the first start after an outage would cost the morning its digest.
 */
async function ensureSchedule(client: Client, scheduleId: string, work: PeriodicWork): Promise<void> {
  const schedule = scheduleOf(scheduleId, work);
  const isNew = await client.schedule.create({ scheduleId, ...schedule }).then(() => true, isRunning);
  if (isNew) return;
  const handle = client.schedule.getHandle(scheduleId);
  const { action } = await handle.describe();
  if (isDeepStrictEqual(action.memo, schedule.action.memo)) return;
  // What an operator paused stays paused.
  await handle.update(({ state }) => ({ ...schedule, state }));
}

/** The table's line goes with each run as its memo, which says by what line the schedule was made. */
function scheduleOf(scheduleId: string, work: PeriodicWork) {
  return {
    spec: work.spec,
    action: {
      type: 'startWorkflow',
      workflowType: work.workflowType,
      workflowId: scheduleId,
      taskQueue: work.taskQueue,
      args: [],
      memo: { periodicWork: work },
    },
    policies: { overlap: 'SKIP', catchupWindow: work.catchupWindow },
  } as const;
}

/** @returns that it is not new. */
function isRunning(error: unknown): false {
  if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  return false;
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof ScheduleNotFoundError)) throw error;
}
