import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning } from '@temporalio/client';
import { sweepWorkflowName, taskQueues } from '../workflows/contract.ts';

/** Registers the periodic work with Temporal; whoever comes second finds it there. */
export async function ensureSchedules(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'sweep',
      spec: { intervals: [{ every: '5m' }] },
      action: {
        type: 'startWorkflow',
        workflowType: sweepWorkflowName,
        workflowId: 'sweep',
        taskQueue: taskQueues.cases,
        args: [],
      },
      policies: { overlap: 'SKIP', catchupWindow: '1m' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
