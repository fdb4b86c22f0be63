import { msToTs } from '@temporalio/common/lib/time.js';
import type { ActivityOptions } from '../../../domain/operations/remedy.ts';
import { findActivity, lookAtActivity } from './pending-activity.ts';
import type { Remedier } from './remedier.ts';
import { applied, minuteMs, notApplicable } from './remedier.ts';

/** By what Temporal knows each option. */
const paths = {
  startToCloseSeconds: 'start_to_close_timeout',
  maximumAttempts: 'retry_policy.maximum_attempts',
  initialIntervalSeconds: 'retry_policy.initial_interval',
  maximumIntervalSeconds: 'retry_policy.maximum_interval',
} as const satisfies Record<keyof ActivityOptions, string>;

/** Has Temporal try an activity in another way from its next attempt on. */
export const changeActivityOptions: Remedier<'change_activity_options'> = {
  patienceMs: 10 * minuteMs,
  async apply(treatment, { workflowId, activityId, options }) {
    const { client, application } = treatment;
    const activity = await findActivity(treatment, { workflowId, activityId });
    if (activity === undefined) return notApplicable('该活动已结束。');
    await client.workflowService.updateActivityOptions({
      namespace: client.options.namespace,
      execution: { workflowId },
      identity: application.requestedBy,
      id: activityId,
      updateMask: {
        paths: Object.keys(options).map((option) => paths[option as keyof ActivityOptions]),
      },
      activityOptions: {
        startToCloseTimeout: duration(options.startToCloseSeconds),
        retryPolicy: {
          maximumAttempts: options.maximumAttempts ?? null,
          initialInterval: duration(options.initialIntervalSeconds),
          maximumInterval: duration(options.maximumIntervalSeconds),
        },
      },
    });
    return applied;
  },
  look: lookAtActivity,
};

function duration(seconds: number | undefined) {
  return seconds === undefined ? null : msToTs(seconds * 1000);
}
