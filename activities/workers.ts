import type { Client } from '@temporalio/client';
import type { VersioningBehavior } from '@temporalio/common';
import type {
  NativeConnection,
  WorkerInterceptors,
  WorkflowBundleOption,
  WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { createAttachmentFiles } from '../db/attachment-files.ts';
import type { Database } from '../db/database.ts';
import type { CalendarDirectory } from '../db/calendar-directory.ts';
import { createCalendarDirectory } from '../db/calendar-directory.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import type { PersonalChannel } from '../domain/notices/channel.ts';
import type { BlobStore } from '../platform/blobs/store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { DeploymentVersion } from '../platform/temporal/deployment.ts';
import { publicAddressesOf } from '../platform/public-addresses.ts';
import type { TaskQueue } from '../workflows/contract.ts';
import { taskQueues } from '../workflows/contract.ts';
import { createCalendarAlarmActivities } from './calendar-alarm.ts';
import { createCalendarDryRunActivities } from './calendar-dry-runs.ts';
import { createCalendarRolloutActivities } from './calendar-rollouts.ts';
import { createCaseFactsActivities } from './case-facts.ts';
import { createCertificateActivities } from './certificates.ts';
import type { DocumentRenderer } from './documents/document-renderer.ts';
import { createDossierActivities } from './dossier/bind-dossier.ts';
import type { DossierBinder } from './dossier/binder.ts';
import { createFilingActivities } from './filings.ts';
import { createLedgerActivities } from './ledger.ts';
import type { NoticeChannels } from './notices/channels/open-channels.ts';
import { escalationChannelsOf } from './notices/channels/open-channels.ts';
import { createNoticeActivities } from './notices/notice-activities.ts';
import { createBatchActivities } from './operations/batches.ts';
import { createIncidentActivities } from './operations/incidents.ts';
import { createRemedyActivities } from './operations/remedies.ts';
import { createReplayActivities, createReplayer } from './operations/replays.ts';
import { createPaperActivities } from './papers.ts';
import { noRegister } from './population-register/no-register.ts';
import type { PopulationRegister } from './population-register/port.ts';
import { createBlobSweepActivities } from './periodic/blob-sweep.ts';
import { createDigestActivities } from './periodic/digests.ts';
import { createDirectoryFreshnessActivities } from './periodic/directory-freshness.ts';
import { createInquiryActivities } from './periodic/inquiries.ts';
import { createRetentionActivities } from './periodic/retention.ts';
import { createRecipientActivities } from './recipients.ts';
import { createRegisterQueryActivities } from './register-queries.ts';
import { createSweepActivities } from './sweep.ts';
import type { HylafaxClient } from './transmission-channels/hylafax-client.ts';
import { createTransmissionActivities } from './transmissions.ts';
import { watchActivity } from './watched-activities.ts';

export interface WorkerDeps {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly database: Database;
  /** Where papers are kept beside the database; left out: in it. */
  readonly attachmentStore?: BlobStore | undefined;
  /** Tests put a calendar of other years in the place of the published one. */
  readonly calendars?: CalendarDirectory;
  /** Needed by whoever serves the documents queue. */
  readonly renderer: DocumentRenderer | undefined;
  /** Makes one file out of a dossier; needed with the renderer. */
  readonly binder?: DossierBinder | undefined;
  /** Left out: dossiers go by the platform or by hand. */
  readonly fax?: HylafaxClient | undefined;
  /** Needed by whoever serves the notices queue, and says whom escalations reach; closed by whoever opened them. */
  readonly channels?: NoticeChannels | undefined;
  /** Left out: none, and officers look by hand. */
  readonly register?: PopulationRegister;
  /** How people reach the API from outside: what papers lead to; left out: they name no address. */
  readonly publicUrl?: string | undefined;
  /** How long closed cases keep their personal data; left out: for good. */
  readonly retentionDays?: number | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  /** Bundled beforehand; without it the worker bundles the source when it starts. */
  readonly workflowBundle?: WorkflowBundleOption;
  /** Where bundles of other builds lie that cases can be replayed with; left out: nowhere. */
  readonly bundleFolder?: string | undefined;
  /** The build that these workers are of, where Worker Versioning is on (docs/versioning.md); left out: it is off. */
  readonly version?: DeploymentVersion | undefined;
  /** What a simulation puts around activities. */
  readonly interceptors?: WorkerInterceptors;
  /** `main`: without a thread, and without Temporal's watch over workflow code that does not yield; left out: in one. */
  readonly workflowThread?: 'main';
}

const workflowsPathOfBuild = new URL('../workflows/index.ts', import.meta.url).pathname;
const traceContextPath = new URL('../workflows/trace-context.ts', import.meta.url).pathname;
// Waiting cases may be evicted freely: 500 kept a worker under 400 MB with 4,500 cases open.
const maxCachedWorkflows = 500;
// A killed worker's cached cases are taken over after this time; the default left a gap of 10.6 s, this one 2.4–3.9 s.
export const stickyQueueScheduleToStartTimeout = '2s';
// On one node with one partition this ratio, together with it, saved 17 % of the processor time of a case.
const nonStickyToStickyPollRatio = 0.5;
// More than two pages at a time on two cores gained nothing.
const maxConcurrentDocuments = 2;
// Whoever repairs is no load: what it asks of the house is little at a time.
const maxConcurrentOperations = 4;
// They wait for other people's servers; one that hangs must not hold up the rest.
const maxConcurrentDeliveries = 20;

/** Makes a worker for one queue. */
export async function createWorker(queue: TaskQueue, deps: WorkerDeps): Promise<Worker> {
  const { connection, client, database } = deps;
  const { namespace } = client.options;
  const interceptors = {
    ...deps.interceptors,
    // A bundle holds it already.
    workflowModules: deps.workflowBundle === undefined ? [traceContextPath] : [],
    activity: [watchActivity, ...(deps.interceptors?.activity ?? [])],
  };
  const common = {
    ...{ connection, namespace, taskQueue: queue, interceptors },
    shutdownGraceTime: '10s',
    debugMode: deps.workflowThread === 'main',
  } as const;
  const units = createUnitDirectory(database, deps.clock);
  const attachmentFiles = createAttachmentFiles({
    database,
    store: deps.attachmentStore,
    clock: deps.clock,
  });
  const addresses = publicAddressesOf(deps.publicUrl);
  const { calendars = createCalendarDirectory(database), register = noRegister } = deps;
  const escalationChannels = openForEscalations(deps);
  const recipients = createRecipientActivities({ database, units, escalationChannels });
  switch (queue) {
    case taskQueues.cases:
      return Worker.create({
        ...common,
        ...{ ...workflowCode(deps), ...versioning(deps, 'PINNED') },
        activities: {
          ...createLedgerActivities({ database, units }),
          ...createCaseFactsActivities({ database, units, calendars }),
          ...createCalendarAlarmActivities({ ...deps, units }),
          ...createCalendarDryRunActivities({ ...deps, units, calendars }),
          ...createCalendarRolloutActivities({ ...deps, units, calendars }),
          ...recipients,
          ...createTransmissionActivities({ ...deps, units, fax: deps.fax, recipients }),
          ...createFilingActivities(deps),
          ...createRegisterQueryActivities({ ...deps, register }),
          ...createDigestActivities({ ...deps, units, escalationChannels }),
          ...createDirectoryFreshnessActivities({ ...deps, units, escalationChannels }),
          ...createRetentionActivities({ ...deps, attachmentFiles }),
          ...createBlobSweepActivities({ ...deps, attachmentFiles }),
          ...createInquiryActivities(deps),
          ...createSweepActivities(deps),
        },
        maxCachedWorkflows,
        stickyQueueScheduleToStartTimeout,
        nonStickyToStickyPollRatio,
      });
    case taskQueues.documents: {
      const { renderer, binder } = deps;
      if (renderer === undefined || binder === undefined) {
        throw new Error('the documents queue is served with a renderer and a binder');
      }
      return Worker.create({
        ...common,
        activities: {
          ...createCertificateActivities({ ...deps, renderer, units, addresses }),
          ...createPaperActivities({ ...deps, attachmentFiles, renderer, binder, units, addresses }),
          ...createDossierActivities({ ...deps, attachmentFiles, renderer, binder, units, addresses }),
        },
        maxConcurrentActivityTaskExecutions: maxConcurrentDocuments,
      });
    }
    case taskQueues.operations: {
      const replay = createReplayer({
        ...deps,
        workflowCode: () => Promise.resolve(deps.workflowBundle ?? bundleWorkflows()),
        buildId: deps.version?.buildId,
      });
      return Worker.create({
        ...common,
        ...workflowCode(deps),
        activities: {
          ...createIncidentActivities(deps),
          ...createRemedyActivities({ ...deps, units }),
          ...createReplayActivities({ ...deps, replay }),
          ...createBatchActivities({ ...deps, replay }),
        },
        maxConcurrentActivityTaskExecutions: maxConcurrentOperations,
      });
    }
    case taskQueues.notices:
      if (deps.channels === undefined) throw new Error('the notices queue is served with channels');
      return Worker.create({
        ...common,
        ...{ ...workflowCode(deps), ...versioning(deps, 'AUTO_UPGRADE') },
        activities: createNoticeActivities({
          ...deps,
          channels: deps.channels,
          units,
          calendars,
        }),
        maxConcurrentActivityTaskExecutions: maxConcurrentDeliveries,
        maxCachedWorkflows,
        stickyQueueScheduleToStartTimeout,
        nonStickyToStickyPollRatio,
      });
  }
}

function openForEscalations({ channels }: WorkerDeps): ReadonlySet<PersonalChannel> {
  return channels === undefined ? new Set() : escalationChannelsOf(channels);
}

/** The workflow code of this build; takes some seconds. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: workflowsPathOfBuild,
    workflowInterceptorModules: [traceContextPath],
    logger: new DefaultLogger('ERROR'),
  });
}

/** For the queues; undefined where none of them has workflow code. */
async function bundleFor(queues: readonly TaskQueue[]): Promise<WorkflowBundleOption | undefined> {
  return queues.every((queue) => queue === taskQueues.documents) ? undefined : bundleWorkflows();
}

function workflowCode({ workflowBundle }: WorkerDeps) {
  if (workflowBundle !== undefined) return { workflowBundle };
  return { workflowsPath: workflowsPathOfBuild };
}

/**
 * For queues with workflow code: what runs on `cases` stays on its build, deliveries go on on the current one. It is said
 * here and not by the workflows (`setWorkflowOptions`): said without Worker Versioning, a case's new run failed (server
 * 1.32.0). `documents` has activities alone, which any build's cases ask with ids: its workers, each with a browser, need
 * not be kept twice.
 */
function versioning({ version }: WorkerDeps, defaultVersioningBehavior: VersioningBehavior) {
  if (version === undefined) return {};
  return {
    workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior },
  } as const;
}

/** Workers that take work. */
export interface RunningWorkers {
  /** Takes no more work, and lets what is under way end: it is cancelled after 10 seconds, and waited for. */
  stop(): Promise<void>;
  /** Resolves after `stop`; rejects when one of them fails. */
  readonly ended: Promise<void>;
}

/** Runs workers for the queues until they are stopped. */
export async function startWorkers(queues: readonly TaskQueue[], deps: WorkerDeps): Promise<RunningWorkers> {
  if (queues.includes(taskQueues.cases) && openForEscalations(deps).size === 0) {
    deps.log.warn('neither e-mail nor SMS takes escalations: supervisors find them in the inbox only');
  }
  // Once for all queues: it takes seconds of processor time.
  const workflowBundle = deps.workflowBundle ?? (await bundleFor(queues));
  const bundled = { ...deps, ...(workflowBundle === undefined ? {} : { workflowBundle }) };
  const workers = await Promise.all(queues.map((queue) => createWorker(queue, bundled)));
  const ended = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  return {
    ended,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
