import { WorkflowNotFoundError } from '@temporalio/client';
import type { ActivityEnd } from '../../../platform/temporal/activity-end.ts';
import { readActivityEnd } from '../../../platform/temporal/activity-end.ts';
import type { PendingActivity } from '../../../platform/temporal/pending-work.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import type { Finding } from '../../../domain/operations/remedy.ts';
import type { Treatment } from './remedier.ts';
import { notYet } from './remedier.ts';

/** Names an activity of a workflow. */
export interface ActivityName {
  readonly workflowId: string;
  readonly activityId: string;
}

/** The activity as long as Temporal has not seen it end. */
export async function findActivity(
  { client }: Treatment,
  { workflowId, activityId }: ActivityName,
): Promise<PendingActivity | undefined> {
  try {
    const { activities } = await describePendingWork(client, workflowId);
    return activities.find((activity) => activity.activityId === activityId);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

const endings = {
  succeeded: { standing: 'moved', finding: '该活动已执行成功。' },
  failed: { standing: 'not_moved', finding: '该活动已失败，不再重试，工作流已获知。' },
  unfinished: { standing: 'not_moved', finding: '工作流已不等待该活动，该活动没有执行成功。' },
} as const satisfies Record<ActivityEnd, Finding>;

/** Whether an activity has succeeded, or has failed once more, since a remedy was applied to it. */
export async function lookAtActivity(treatment: Treatment, name: ActivityName): Promise<Finding> {
  const { client, application } = treatment;
  const activity = await findActivity(treatment, name);
  if (activity === undefined) {
    const { runId } = await describePendingWork(client, name.workflowId);
    return endings[await readActivityEnd(client, { ...name, runId })];
  }
  const { lastEndedAt, lastFailure } = activity;
  const hasFailedSince = lastEndedAt !== null && lastEndedAt > (application.appliedAt ?? lastEndedAt);
  if (!hasFailedSince || lastFailure === null) return notYet;
  return { standing: 'not_moved', finding: `再次失败：${lastFailure.message ?? lastFailure.type}` };
}
