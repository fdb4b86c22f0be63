import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import type { CertificateRenderer } from '../../activities/certificates.ts';
import { startWorkers } from '../../activities/workers.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { taskQueues } from '../../workflows/contract.ts';
import './quiet-temporal.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { getWorkflowBundle } from './workflow-bundle.ts';

export interface TemporalOfHouse {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
}

export interface HouseOptions {
  readonly temporal: TemporalOfHouse;
  readonly clock: Clock;
  readonly calendar?: PublishedCalendar;
  readonly renderer?: CertificateRenderer;
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

/** A page that says nothing: for tests about cases, not about papers. */
const blankRenderer: CertificateRenderer = {
  renderAnnex1: ({ certificateNo }) => Promise.resolve(new TextEncoder().encode(`%PDF-1.4 ${certificateNo}`)),
};

/** A migrated database with the sample units, dropped after the test file. */
export async function createHouseDatabase(): Promise<string> {
  const { url } = await createTestDatabase({ migrate: migrateDatabase });
  const owner = connectOwner(url);
  await saveUnits(owner, sampleUnits);
  await owner.close();
  return url;
}

/** The owner may do what no process may: seed, and tamper where a test wants to. */
export function connectOwner(url: string): Database {
  return connectDatabase({ url, role: 'owner', maxConnections: 1 });
}

export async function openHouse(url: string, options: HouseOptions): Promise<House> {
  const { temporal, clock, renderer = blankRenderer, calendar = loadPublishedCalendar() } = options;
  const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 4 });
  const owner = connectOwner(url);
  const workers = await startWorkers([taskQueues.cases, taskQueues.documents], {
    ...temporal,
    database,
    calendar,
    renderer,
    clock,
    log: pino({ level: 'silent' }),
    workflowBundle: await getWorkflowBundle(),
  });
  return {
    url,
    owner,
    clock,
    client: temporal.client,
    async close() {
      await workers.stop();
      await Promise.all([database.close(), owner.close()]);
    },
  };
}
