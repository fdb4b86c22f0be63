import { WorkflowNotFoundError } from '@temporalio/client';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import type { Remedier, Treatment } from './remedier.ts';
import { applied, minuteMs, notApplicable, notYet } from './remedier.ts';

/** Has Temporal try an activity now, from its first attempt. */
export const retryActivity: Remedier<'retry_activity'> = {
  patienceMs: 10 * minuteMs,
  async apply(treatment, { workflowId, activityId }) {
    const { client } = treatment;
    const activity = await findActivity(treatment, workflowId, activityId);
    if (activity === undefined) return notApplicable('该活动已结束。');
    await client.workflowService.resetActivity({
      namespace: client.options.namespace,
      execution: { workflowId },
      identity: treatment.application.requestedBy,
      id: activityId,
    });
    return applied;
  },
  async look(treatment, { workflowId, activityId }) {
    const activity = await findActivity(treatment, workflowId, activityId);
    if (activity === undefined) return { standing: 'moved', finding: '该活动已结束。' };
    const { attempt, lastFailure, nextAttemptAt } = activity;
    if (attempt < 2 || lastFailure === null || nextAttemptAt === null) return notYet;
    return { standing: 'not_moved', finding: `再次失败：${lastFailure.message ?? lastFailure.type}` };
  },
};

async function findActivity({ client }: Treatment, workflowId: string, activityId: string) {
  try {
    const { activities } = await describePendingWork(client, workflowId);
    return activities.find((activity) => activity.activityId === activityId);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
