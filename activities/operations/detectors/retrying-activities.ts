import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { listPendingEffects } from '../../../db/repositories/stuck-cases.ts';
import type { Sighting } from '../../../domain/operations/incident.ts';
import { addMs } from '../../../domain/time/instant.ts';
import type { PendingWork } from '../../../platform/temporal/pending-work.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { caseWorkflowId, caseWorkflowName } from '../../../workflows/contract.ts';
import type { Detector } from '../detector.ts';
import { aboutWorkflow, firstOf, takeTurn } from '../detector.ts';

// A first failure is everyday, and mends itself within seconds.
const fewestAttempts = 3;
const minAgeMs = 5_000;
const most = 1000;
const describedAtOnce = 6;

/**
 * Activities that Temporal tries again and again. It keeps no list of them, so it is asked of the workflows that await
 * one: cases with an effect under way, which Postgres knows, and whatever else runs.
 */
export const detectRetryingActivities: Detector = async ({ database, client, now, turn }) => {
  const before = addMs(now, -minAgeMs);
  const pending = await listPendingEffects(database);
  const ofCases = pending
    .filter(({ progress, since }) => progress.kind === 'running' && since < before)
    .map(({ caseNo }) => caseWorkflowId(caseNo));
  const query = `WorkflowType != '${caseWorkflowName}' AND ExecutionStatus = 'Running' AND StartTime < '${before}'`;
  const others = await firstOf(client.workflow.list({ query, pageSize: most }), most);
  const awaiting = [...new Set([...ofCases, ...others.map(({ workflowId }) => workflowId)])];
  const described = takeTurn(awaiting, turn, describedAtOnce);
  const sightings = await Promise.all(described.map((workflowId) => sight(client, workflowId)));
  const left = new Set(awaiting.filter((workflowId) => !described.includes(workflowId)));
  return {
    classes: ['activity_retrying'],
    sightings: sightings.flat(),
    mayLast: ({ workflowId }) => workflowId !== null && left.has(workflowId),
  };
};

async function sight(client: Client, workflowId: string): Promise<Sighting[]> {
  const work = await describePendingWork(client, workflowId).catch(ignoreGone);
  if (work === undefined) return [];
  return work.activities
    .filter(({ attempt, lastFailure }) => attempt >= fewestAttempts && lastFailure !== null)
    .map(({ activityId, activityType, attempt, lastFailure, scheduledAt }) => ({
      class: 'activity_retrying',
      subject: aboutWorkflow(workflowId, activityId),
      since: scheduledAt ?? work.startedAt,
      attempts: attempt,
      reason: lastFailure?.type ?? null,
      message: `活动 ${activityType}：${lastFailure?.message ?? lastFailure?.type ?? ''}`,
      build: work.build,
    }));
}

function ignoreGone(error: unknown): PendingWork | undefined {
  if (error instanceof WorkflowNotFoundError) return undefined;
  throw error;
}
