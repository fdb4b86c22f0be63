import { isGrpcServiceError, type Client } from '@temporalio/client';
import { waitFor } from '../wait-for.ts';
import { isPolledBy } from './pollers.ts';

/** A build of the workers, as Temporal's Worker Versioning names it. */
export interface DeploymentVersion {
  readonly deploymentName: string;
  readonly buildId: string;
}

/** What Temporal knows of a build. */
export interface VersionStanding {
  readonly buildId: string;
  /** `current` begins what is new; `drained` carries nothing that is open. */
  readonly status: (typeof statuses)[number];
  /** Workflows that run on it and stay on it. */
  readonly pinned: number;
}

const grpcNotFound = 5;
/** By Temporal's numbers: the enum is of a package that is not ours to import. */
const statuses = ['unknown', 'inactive', 'current', 'ramping', 'draining', 'drained', 'created'] as const;
const pinnedBehavior = 1;

/** Temporal's query for what runs pinned to a build, and what is moved with it. */
export function runningOn({ deploymentName, buildId }: DeploymentVersion): string {
  return (
    `ExecutionStatus = 'Running' AND TemporalWorkflowVersioningBehavior = 'Pinned' ` +
    `AND TemporalWorkerDeploymentVersion = '${deploymentName}:${buildId}'`
  );
}

/** Every build of a deployment; none when no worker of it has ever polled. */
export async function listVersions(client: Client, deploymentName: string): Promise<VersionStanding[]> {
  const info = await findDeployment(client, deploymentName);
  return Promise.all(
    (info?.versionSummaries ?? []).map(async ({ deploymentVersion, status }) => {
      const buildId = deploymentVersion?.buildId ?? '';
      const { count } = await client.workflow.count(runningOn({ deploymentName, buildId }));
      return { buildId, status: statuses[status ?? 0], pinned: count };
    }),
  );
}

/** The build that begins what is new; undefined before the first was promoted, and then nothing begins. */
export async function findCurrentBuild(client: Client, deploymentName: string): Promise<string | undefined> {
  const info = await findDeployment(client, deploymentName);
  return info?.routingConfig?.currentDeploymentVersion?.buildId ?? undefined;
}

/**
 * Makes a build the current one: what is new begins on it, and what is not pinned goes on on it.
 * @throws {Error} when a queue of workflows has no worker of the build.
 */
export async function promote(
  client: Client,
  version: DeploymentVersion,
  queues: readonly string[],
): Promise<void> {
  for (const queue of queues) {
    if (!(await isPolledBy(client, version, queue))) {
      throw new Error(
        `构建 ${version.buildId} 在队列 ${queue} 上没有 worker：请先启动它，再切换；否则新的办件无人办理。`,
      );
    }
  }
  const { namespace, identity } = client.options;
  await client.workflowService.setWorkerDeploymentCurrentVersion({ namespace, identity, ...version });
}

/**
 * For the worker that starts: without a current build nothing would run, in silence. The first of an empty house makes
 * itself current; where something of the query `carried` runs already, only an operator knows whether it can go on with
 * this build.
 */
export async function ensureCurrentVersion(
  client: Client,
  version: DeploymentVersion,
  { queues, carried }: { readonly queues: readonly string[]; readonly carried: string },
): Promise<'was_there' | 'made_current' | 'missing'> {
  const { deploymentName } = version;
  if ((await findCurrentBuild(client, deploymentName)) !== undefined) return 'was_there';
  const { count } = await client.workflow.count(`${carried} AND ExecutionStatus = 'Running'`);
  if (count > 0) return 'missing';
  const polls = async () => {
    const polled = await Promise.all(queues.map((queue) => isPolledBy(client, version, queue)));
    return polled.every(Boolean) && (await findDeployment(client, deploymentName)) !== undefined;
  };
  await waitFor(polls, { timeoutMs: 60_000, what: `the first poll of build ${version.buildId}` });
  await promote(client, version, queues);
  return 'made_current';
}

/** Moves what is pinned to one build to another, where it is pinned again; answers how many. */
export async function movePinned(
  client: Client,
  from: DeploymentVersion,
  to: DeploymentVersion,
): Promise<number> {
  const { namespace, identity } = client.options;
  let moved = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query: runningOn(from) })) {
    const versioningOverride = { pinned: { behavior: pinnedBehavior, version: to } };
    await client.workflowService.updateWorkflowExecutionOptions({
      ...{ namespace, identity },
      workflowExecution: { workflowId, runId },
      workflowExecutionOptions: { versioningOverride },
      updateMask: { paths: ['versioning_override'] },
    });
    moved += 1;
  }
  return moved;
}

async function findDeployment(client: Client, deploymentName: string) {
  const { namespace } = client.options;
  try {
    const described = await client.workflowService.describeWorkerDeployment({ namespace, deploymentName });
    return described.workerDeploymentInfo ?? undefined;
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === grpcNotFound) return undefined;
    throw error;
  }
}
