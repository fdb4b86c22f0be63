import { afterAll, inject } from 'vitest';
import type { Client } from '@temporalio/client';
import type { NativeConnection, WorkerInterceptors } from '@temporalio/worker';
import pino from 'pino';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import type { DossierBinder } from '../../activities/dossier/binder.ts';
import type { NoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import type { PopulationRegister } from '../../activities/population-register/port.ts';
import { createSampleRegister } from '../../activities/population-register/sample-register.ts';
import type { HylafaxClient } from '../../activities/transmission-channels/hylafax-client.ts';
import { startWorkers } from '../../activities/workers.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DeploymentVersion } from '../../platform/temporal/deployment.ts';
import type { TaskQueue } from '../../workflows/contract.ts';
import { taskQueues } from '../../workflows/contract.ts';
import './quiet-temporal.ts';
import { copyTestDatabase } from '../services/test-database.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

export interface TemporalOfHouse {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
}

export interface HouseOptions {
  readonly temporal: TemporalOfHouse;
  readonly clock: Clock;
  readonly calendar?: PublishedCalendar;
  readonly renderer?: DocumentRenderer;
  /** The sample's if left out. */
  readonly register?: PopulationRegister;
  /** Dossiers go by the platform or by hand if left out. */
  readonly fax?: HylafaxClient;
  /** Where notices leave the house; they stay in it if left out. */
  readonly channels?: NoticeChannels;
  readonly interceptors?: WorkerInterceptors;
  /** `cases`, `documents` and, with channels, `notices` if left out. */
  readonly queues?: readonly TaskQueue[];
  /** Another build of the workflow code than this one. */
  readonly workflowBundlePath?: string;
  /** Where bundles of other builds lie; nowhere if left out. */
  readonly bundleFolder?: string;
  /** Worker Versioning; off if left out. */
  readonly version?: DeploymentVersion;
  /** Silent if left out. */
  readonly log?: Logger;
}

/** The product without its door: database, sample units and running workers, on the Temporal that was given. */
export interface House {
  readonly url: string;
  /** Sees and may do everything: tests look and seed through it. */
  readonly owner: Database;
  readonly client: Client;
  readonly clock: Clock;
  /** Stops the workers; the database goes with the test file. */
  close(): Promise<void>;
}

/** Where the papers of the house say that it is found. */
export const publicUrl = 'https://tongban.example';

/** A page that says nothing: for tests about cases, not about papers. */
const blankRenderer: DocumentRenderer = {
  render: (id, view) => Promise.resolve(new TextEncoder().encode(`%PDF-1.4 ${id} ${JSON.stringify(view)}`)),
};

/** Puts nothing together: what the blank renderer makes is no PDF. */
const blankBinder: DossierBinder = {
  countPages: () => Promise.resolve(1),
  bind: (_caseNo, cover, papers) => Promise.resolve({ pdf: cover, pages: papers.length + 1 }),
  toFaxTiff: (pdf) => Promise.resolve(pdf),
  close: () => Promise.resolve(),
};

/** A database with the schema, the sample units and the calendars; it is dropped after the test file. */
export async function createHouseDatabase(): Promise<string> {
  const { url, drop } = await copyTestDatabase(inject('houseTemplateUrl'));
  afterAll(drop);
  return url;
}

/** The owner may do what no process may: seed, and tamper where a test wants to. */
export function connectOwner(url: string): Database {
  return connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing: testKeyRing });
}

export async function openHouse(url: string, options: HouseOptions): Promise<House> {
  const { temporal, clock, renderer = blankRenderer, register = createSampleRegister(), calendar } = options;
  const { channels, fax, interceptors, version, bundleFolder, log = pino({ level: 'silent' }) } = options;
  const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 4, keyRing: testKeyRing });
  const owner = connectOwner(url);
  const {
    queues = [
      taskQueues.cases,
      taskQueues.documents,
      ...(channels === undefined ? [] : [taskQueues.notices]),
    ],
    workflowBundlePath = inject('workflowBundlePath'),
  } = options;
  const workers = await startWorkers(queues, {
    ...temporal,
    database,
    version,
    bundleFolder,
    ...(calendar === undefined ? {} : { calendars: { published: () => Promise.resolve(calendar) } }),
    renderer,
    binder: blankBinder,
    register,
    ...(fax === undefined ? {} : { fax }),
    ...(channels === undefined ? {} : { channels }),
    ...(interceptors === undefined ? {} : { interceptors }),
    clock,
    log,
    publicUrl,
    workflowBundle: { codePath: workflowBundlePath },
    // A house opens with 90 ms of processor time so, and took 275 ms with a thread; processes of the product have one.
    workflowThread: 'main',
  });
  return {
    url,
    owner,
    clock,
    client: temporal.client,
    async close() {
      await workers.stop();
      await channels?.close();
      await Promise.all([database.close(), owner.close()]);
    },
  };
}
