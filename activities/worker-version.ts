import type { Client } from '@temporalio/client';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/logger.ts';
import type { DeploymentVersion } from '../platform/temporal/deployment.ts';
import { ensureCurrentVersion } from '../platform/temporal/deployment.ts';
import type { TaskQueue } from '../workflows/contract.ts';
import { caseWorkflowName, taskQueues, workflowQueues } from '../workflows/contract.ts';

/** The build that this process's workers are of; undefined where Worker Versioning is off. */
export function deploymentVersionOf(temporal: Config['temporal']): DeploymentVersion | undefined {
  const { workerVersioning, deploymentName, buildId } = temporal;
  if (workerVersioning === 'off' || buildId === undefined) return undefined;
  return { deploymentName, buildId };
}

/** Sees to it that a deployment without a current build is not dead in silence: the first becomes it, or the log says what to do. */
export async function tellCurrentVersion(
  client: Client,
  version: DeploymentVersion | undefined,
  queues: readonly TaskQueue[],
  log: Logger,
): Promise<void> {
  if (version === undefined || !queues.includes(taskQueues.cases)) return;
  const served = workflowQueues.filter((queue) => queues.includes(queue));
  const found = await ensureCurrentVersion(client, version, {
    queues: served,
    carried: `WorkflowType = '${caseWorkflowName}'`,
  });
  if (found === 'made_current') log.info({ ...version }, 'first build of the deployment: made current');
  if (found === 'missing') {
    log.error(
      { ...version },
      'no build is current, so that nothing runs: npm run replay:open, then npm run deployment:promote',
    );
  }
}
