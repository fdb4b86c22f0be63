import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import { failureCodeOf } from './failure-code.ts';
import type { FailureCode, RawFailure } from './failure-code.ts';

/** An activity that Temporal has not seen end. */
export interface PendingActivity {
  readonly activityId: string;
  readonly activityType: string;
  readonly attempt: number;
  /** Null: as often as it takes. */
  readonly maximumAttempts: number | null;
  readonly scheduledAt: Instant | null;
  /** When its last try ended. */
  readonly lastEndedAt: Instant | null;
  readonly nextAttemptAt: Instant | null;
  readonly lastFailure: FailureCode | null;
}

/** What Temporal knows of a workflow that somebody waits for. */
export interface PendingWork {
  readonly runId: string;
  /** Temporal's word: `RUNNING`, `COMPLETED`, `TERMINATED` … */
  readonly status: string;
  readonly historyLength: number;
  readonly startedAt: Instant;
  readonly build: string | null;
  /** A task that is to be done or being done; from the second attempt on it has failed before. */
  readonly workflowTask: { readonly attempt: number; readonly since: Instant | null } | null;
  readonly activities: readonly PendingActivity[];
}

/**
 * What a workflow waits for, in one request.
 * @throws {WorkflowNotFoundError} when Temporal knows of none.
 */
export async function describePendingWork(client: Client, workflowId: string): Promise<PendingWork> {
  const { runId, status, historyLength, startTime, raw } = await client.workflow
    .getHandle(workflowId)
    .describe();
  const { pendingWorkflowTask: task, pendingActivities, workflowExecutionInfo } = raw;
  const { versioningInfo, mostRecentWorkerVersionStamp } = workflowExecutionInfo ?? {};
  return {
    runId,
    status: status.name,
    historyLength,
    startedAt: instantFromEpochMs(startTime.getTime()),
    build: versioningInfo?.deploymentVersion?.buildId ?? (mostRecentWorkerVersionStamp?.buildId || null),
    workflowTask: task
      ? { attempt: task.attempt ?? 1, since: instantOf(task.originalScheduledTime ?? task.scheduledTime) }
      : null,
    activities: (pendingActivities ?? []).map((activity) => ({
      activityId: activity.activityId ?? '',
      activityType: activity.activityType?.name ?? '',
      attempt: activity.attempt ?? 1,
      maximumAttempts: activity.maximumAttempts || null,
      scheduledAt: instantOf(activity.scheduledTime),
      lastEndedAt: instantOf(activity.lastAttemptCompleteTime),
      nextAttemptAt: instantOf(activity.nextAttemptScheduleTime),
      lastFailure: activity.lastFailure ? failureCodeOf(activity.lastFailure as RawFailure) : null,
    })),
  };
}

function instantOf(time: Parameters<typeof tsToMs>[0]): Instant | null {
  const ms = time ? tsToMs(time) : 0;
  return ms === 0 ? null : instantFromEpochMs(ms);
}
