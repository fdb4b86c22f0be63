import { findActivity, lookAtActivity } from './pending-activity.ts';
import type { Remedier } from './remedier.ts';
import { applied, minuteMs, notApplicable } from './remedier.ts';

/** Has Temporal try an activity now, from its first attempt. */
export const retryActivity: Remedier<'retry_activity'> = {
  patienceMs: 10 * minuteMs,
  async apply(treatment, { workflowId, activityId }) {
    const { client, application } = treatment;
    const activity = await findActivity(treatment, { workflowId, activityId });
    if (activity === undefined) return notApplicable('该活动已结束。');
    await client.workflowService.resetActivity({
      namespace: client.options.namespace,
      execution: { workflowId },
      identity: application.requestedBy,
      id: activityId,
    });
    return applied;
  },
  look: lookAtActivity,
};
