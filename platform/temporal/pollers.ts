import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** A poll lasts up to a minute, and one may just have ended. */
const freshMs = 2 * 60_000;

type QueueType = NonNullable<Parameters<Client['workflowService']['describeTaskQueue']>[0]['taskQueueType']>;

/** Workflow tasks and activities; their enum is of a package that is not ours to import. */
const queueTypes = [1, 2] as unknown as readonly QueueType[];

/**
 * Whether a worker on that host has asked for work of the queue in the last two minutes. Temporal's SDK names a
 * worker `<process id>@<host name>`.
 */
export async function isPolled(
  client: Client,
  worker: { queue: string; hostname: string },
): Promise<boolean> {
  const { namespace } = client.options;
  const descriptions = await Promise.all(
    queueTypes.map((taskQueueType) =>
      client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: worker.queue },
        taskQueueType,
      }),
    ),
  );
  return descriptions
    .flatMap(({ pollers }) => pollers)
    .some(
      ({ identity, lastAccessTime }) =>
        identity?.endsWith(`@${worker.hostname}`) === true && Date.now() - tsToMs(lastAccessTime) < freshMs,
    );
}

export type QueueWork = 'workflow' | 'activity';

const queueTypeOf = { workflow: queueTypes[0], activity: queueTypes[1] } as const satisfies Record<
  QueueWork,
  QueueType | undefined
>;

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
export async function lookAtQueue(
  client: Client,
  { queue, work }: { readonly queue: string; readonly work: QueueWork },
): Promise<QueueLook> {
  const { pollers, stats } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue },
    taskQueueType: queueTypeOf[work] ?? null,
    reportStats: true,
  });
  return {
    pollers: pollers.filter(({ lastAccessTime }) => Date.now() - tsToMs(lastAccessTime) < freshMs).length,
    backlog: Number(stats?.approximateBacklogCount ?? 0),
    oldestTaskAgeMs: stats?.approximateBacklogAge ? tsToMs(stats.approximateBacklogAge) : 0,
  };
}
