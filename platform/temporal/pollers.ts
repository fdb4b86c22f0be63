import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** A poll lasts up to a minute, and one may just have ended. */
const freshMs = 2 * 60_000;

type QueueType = NonNullable<Parameters<Client['workflowService']['describeTaskQueue']>[0]['taskQueueType']>;

/** What workers ask a queue for. */
export type QueueWork = 'workflow' | 'activity';

/** Their enum is of a package that is not ours to import. */
const queueTypeOf = { workflow: 1, activity: 2 } as unknown as Record<QueueWork, QueueType>;

export interface SomeQueue {
  readonly queue: string;
  readonly work: QueueWork;
}

/** How a queue is served: who has asked for its work in the last two minutes, and what waits there. One request. */
async function describeQueue(client: Client, { queue, work }: SomeQueue) {
  const { pollers, stats } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue },
    taskQueueType: queueTypeOf[work],
    reportStats: true,
  });
  const fresh = pollers.filter(({ lastAccessTime }) => Date.now() - tsToMs(lastAccessTime) < freshMs);
  return { pollers: fresh, stats };
}

/**
 * Whether a worker on that host has asked for work of the queue in the last two minutes. Temporal's SDK names a
 * worker `<process id>@<host name>`.
 */
export async function isPolled(
  client: Client,
  { queue, hostname }: { readonly queue: string; readonly hostname: string },
): Promise<boolean> {
  const works = Object.keys(queueTypeOf) as QueueWork[];
  const queues = await Promise.all(works.map((work) => describeQueue(client, { queue, work })));
  return queues
    .flatMap(({ pollers }) => pollers)
    .some(({ identity }) => identity?.endsWith(`@${hostname}`) === true);
}

/** Whether a worker of the build has asked the queue for workflow tasks in the last two minutes. */
export async function isPolledBy(
  client: Client,
  build: { readonly deploymentName: string; readonly buildId: string },
  queue: string,
): Promise<boolean> {
  const { pollers } = await describeQueue(client, { queue, work: 'workflow' });
  return pollers.some(
    ({ deploymentOptions }) =>
      deploymentOptions?.deploymentName === build.deploymentName &&
      deploymentOptions.buildId === build.buildId,
  );
}

/** How a queue is served. */
export interface QueueLook {
  /** Workers that have asked for work in the last two minutes. */
  readonly pollers: number;
  /** Tasks that wait for one. */
  readonly backlog: number;
  /** How long the oldest of them has waited; 0 where none does. */
  readonly oldestTaskAgeMs: number;
}

/** Looks at one queue: one request. */
export async function lookAtQueue(client: Client, some: SomeQueue): Promise<QueueLook> {
  const { pollers, stats } = await describeQueue(client, some);
  return {
    pollers: pollers.length,
    backlog: Number(stats?.approximateBacklogCount ?? 0),
    oldestTaskAgeMs: stats?.approximateBacklogAge ? tsToMs(stats.approximateBacklogAge) : 0,
  };
}
