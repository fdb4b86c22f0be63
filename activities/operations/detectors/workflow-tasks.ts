import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import type { Sighting } from '../../../domain/operations/incident.ts';
import { instantFromEpochMs } from '../../../domain/time/instant.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { findTaskProblem } from '../../../platform/temporal/task-problem.ts';
import type { Detector } from '../detector.ts';
import { aboutWorkflow, firstOf, takeTurn } from '../detector.ts';

const query = [
  `ExecutionStatus = 'Running'`,
  `TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`,
].join(' AND ');

// Where a thousand fail they fail for one reason.
const most = 1000;
// Two requests for each.
const readAtOnce = 4;

/** Workflows whose code fails again and again: a bad build, most times. */
export const detectFailingTasks: Detector = async ({ client, turn }) => {
  const failing = await firstOf(client.workflow.list({ query, pageSize: most }), most);
  const ids = new Set(failing.map(({ workflowId }) => workflowId));
  const sightings = await Promise.all(
    takeTurn(failing, turn, readAtOnce).map((execution) => sight(client, execution)),
  );
  return {
    classes: ['workflow_task_failing'],
    sightings: sightings.filter((sighting) => sighting !== null),
    mayLast: ({ workflowId }) => workflowId !== null && ids.has(workflowId),
  };
};

async function sight(
  client: Client,
  { workflowId, runId, startTime }: WorkflowExecutionInfo,
): Promise<Sighting | null> {
  const [{ workflowTask, build }, problem] = await Promise.all([
    describePendingWork(client, workflowId),
    findTaskProblem(client, { workflowId, runId }),
  ]);
  if (problem === null) return null;
  return {
    class: 'workflow_task_failing',
    subject: aboutWorkflow(workflowId),
    since: workflowTask?.since ?? instantFromEpochMs(startTime.getTime()),
    attempts: workflowTask?.attempt ?? 1,
    reason: problem.type,
    message: `事件 ${problem.eventId}：${problem.message ?? problem.type}`,
    build: problem.build ?? build,
  };
}
