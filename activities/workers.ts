import type { Client } from '@temporalio/client';
import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import type { Database } from '../db/database.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import type { PublishedCalendar } from '../domain/calendar/working-calendar.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { TaskQueue } from '../workflows/contract.ts';
import { taskQueues } from '../workflows/contract.ts';
import type { CertificateRenderer } from './certificates.ts';
import { createCertificateActivities } from './certificates.ts';
import { createLedgerActivities } from './ledger.ts';
import { createSweepActivities } from './sweep.ts';
import { createTransmissionActivities } from './transmissions.ts';

export interface WorkerDeps {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly database: Database;
  readonly calendar: PublishedCalendar;
  /** Needed by whoever serves the documents queue. */
  readonly renderer: CertificateRenderer | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  /** Bundled beforehand; without it the worker bundles the source when it starts. */
  readonly workflowBundle?: WorkflowBundleOption;
}

// Waiting cases may be evicted freely: 500 kept a worker under 400 MB with 4,500 cases open.
const maxCachedWorkflows = 500;
// A killed worker's cached cases are taken over after this time; the default left a gap of 10.6 s, this one 2.4–3.9 s.
const stickyQueueScheduleToStartTimeout = '2s';
// On one node with one partition this ratio, together with it, saved 17 % of the processor time of a case.
const nonStickyToStickyPollRatio = 0.5;
// More than two pages at a time on two cores gained nothing.
const maxConcurrentDocuments = 2;

/** Makes a worker for one queue. */
export async function createWorker(queue: TaskQueue, deps: WorkerDeps): Promise<Worker> {
  const { connection, client, database } = deps;
  const { namespace } = client.options;
  const common = { connection, namespace, taskQueue: queue, shutdownGraceTime: '10s' } as const;
  const units = createUnitDirectory(database);
  switch (queue) {
    case taskQueues.cases:
      return Worker.create({
        ...common,
        ...workflowCode(deps),
        activities: {
          ...createLedgerActivities({ database, units }),
          ...createTransmissionActivities({ ...deps, units }),
          ...createSweepActivities(deps),
        },
        maxCachedWorkflows,
        stickyQueueScheduleToStartTimeout,
        nonStickyToStickyPollRatio,
      });
    case taskQueues.documents:
      if (deps.renderer === undefined) throw new Error('the documents queue is served with a renderer');
      return Worker.create({
        ...common,
        activities: createCertificateActivities({ ...deps, renderer: deps.renderer, units }),
        maxConcurrentActivityTaskExecutions: maxConcurrentDocuments,
      });
  }
}

function workflowCode({ workflowBundle }: WorkerDeps) {
  if (workflowBundle !== undefined) return { workflowBundle };
  return { workflowsPath: new URL('../workflows/index.ts', import.meta.url).pathname };
}

/** Runs workers for the queues until `stop`; rejects when one of them fails. */
export async function startWorkers(
  queues: readonly TaskQueue[],
  deps: WorkerDeps,
): Promise<{ stop(): Promise<void>; ended: Promise<void> }> {
  const workers = await Promise.all(queues.map((queue) => createWorker(queue, deps)));
  const ended = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  return {
    ended,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
