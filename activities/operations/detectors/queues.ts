import type { QueueWork } from '../../../platform/temporal/pollers.ts';
import { lookAtQueue } from '../../../platform/temporal/pollers.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { taskQueues } from '../../../workflows/contract.ts';
import type { Detector } from '../detector.ts';

/** What is polled for. Whoever looks is a worker of `operations` himself. */
const polledFor = [
  { queue: taskQueues.cases, work: 'workflow' },
  { queue: taskQueues.cases, work: 'activity' },
  { queue: taskQueues.documents, work: 'activity' },
  { queue: taskQueues.notices, work: 'workflow' },
  { queue: taskQueues.notices, work: 'activity' },
] as const satisfies readonly { readonly queue: string; readonly work: QueueWork }[];

// Tasks are taken in milliseconds where somebody takes them.
const longestWaitMs = 15_000;

/** Queues of which nobody takes work. */
export const detectUnpolledQueues: Detector = async ({ client, now }) => {
  const looks = await Promise.all(
    polledFor.map(async (polled) => ({ ...polled, ...(await lookAtQueue(client, polled)) })),
  );
  return {
    classes: ['queue_without_pollers'],
    sightings: looks
      .filter(({ pollers, oldestTaskAgeMs }) => pollers === 0 || oldestTaskAgeMs > longestWaitMs)
      .map(({ queue, work, pollers, backlog, oldestTaskAgeMs }) => ({
        class: 'queue_without_pollers',
        subject: { kind: 'queue', queue, work },
        since: addMs(now, -oldestTaskAgeMs),
        attempts: 0,
        reason: pollers === 0 ? 'no_pollers' : 'not_taken',
        message: `等待的任务 ${backlog} 个，最久已等 ${Math.round(oldestTaskAgeMs / 1000)} 秒；最近领取任务的工作进程 ${pollers} 个。`,
        build: null,
      })),
  };
};
