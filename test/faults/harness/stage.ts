import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { seedSamples } from '../../../commands/seed-samples.ts';
import type { Database } from '../../../db/database.ts';
import { connectDatabase } from '../../../db/database.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { enactPolicy } from '../../../db/repositories/policies.ts';
import { systemClock } from '../../../platform/clock.ts';
import { findFreePort } from '../../../platform/embedded/free-port.ts';
import { onStopSignal } from '../../../platform/embedded/stop-signals.ts';
import { startEmbeddedPostgres } from '../../../platform/embedded/postgres.ts';
import { startEmbeddedTemporal } from '../../../platform/embedded/temporal.ts';
import type { LocalIssuer } from '../../../platform/identity/local-issuer.ts';
import { createLocalIssuer } from '../../../platform/identity/local-issuer.ts';
import { connectTemporalClient } from '../../../platform/temporal/client-connection.ts';
import { testKeyRing, writeTestKeyRing } from '../../services/test-key-ring.ts';
import type { BlobServer } from './blob-server.ts';
import { startBlobServer } from './blob-server.ts';
import type { Engine } from './engine.ts';
import { startEngine } from './engine.ts';
import type { LinkName, Links } from './links.ts';
import { startLinks } from './links.ts';
import type { MailServer } from './mail-server.ts';
import { startMailServer } from './mail-server.ts';
import type { PointWatch } from './point-watch.ts';
import { watchPoints } from './point-watch.ts';
import { provincePolicies } from './policies.ts';
import type { Supervised } from './supervised.ts';
import { supervise } from './supervised.ts';

const namespace = 'faults';
export const programs = ['worker', 'api'] as const;

/** The product in its processes, with everything that it stands on, each of which can be hurt. */
export interface Stage {
  readonly folder: string;
  readonly postgres: Engine;
  readonly temporal: Engine;
  readonly programs: Readonly<Record<(typeof programs)[number], Supervised>>;
  readonly links: Links;
  readonly blobs: BlobServer;
  readonly mail: MailServer;
  readonly points: PointWatch;
  /** What the clients of the counter call: the API through its proxy. */
  readonly apiUrl: string;
  readonly issuer: LocalIssuer;
  /** Past every proxy: to look, never to act. */
  readonly owner: Database;
  readonly client: Client;
  /** Stops it and removes its folder, or leaves it with its logs for whoever looks into a violation. */
  close(folder: 'removed' | 'kept'): Promise<void>;
}

export async function openStage(cacheDir: string): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongban-faults-'));
  await chmod(folder, 0o711);
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (kept: 'removed' | 'kept') => {
    forgetSignals();
    for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
    if (kept === 'removed') await rm(folder, { recursive: true, force: true });
  };
  const forgetSignals = onStopSignal(() => close('kept'));
  try {
    await mkdir(path.join(folder, 'logs'));
    await mkdir(path.join(folder, 'blobs'));
    const postgres = await startEngine((port) =>
      startEmbeddedPostgres({ dataDir: folder, ...(port === undefined ? {} : { port }) }),
    );
    opened.push(() => postgres.stop());
    const temporalPort = await findFreePort();
    const temporal = await startEngine(() =>
      startEmbeddedTemporal({
        ...{ dataDir: folder, cacheDir, namespace, port: temporalPort, uiPort: 'none' },
        progress: () => undefined,
      }),
    );
    opened.push(() => temporal.stop());
    const postgresUrl = postgres.running().url;
    await migrateDatabase(postgresUrl);
    await seedSamples(postgresUrl, testKeyRing, systemClock.now());
    const owner = connectDatabase({
      url: postgresUrl,
      role: 'owner',
      maxConnections: 1,
      keyRing: testKeyRing,
    });
    opened.push(() => owner.close());
    for (const policy of provincePolicies) {
      await enactPolicy(owner, { ...policy, by: 'faults', at: systemClock.now() });
    }
    const points = await watchPoints(postgresUrl);
    opened.push(() => points.close());
    const blobs = await startBlobServer(path.join(folder, 'blobs'));
    opened.push(() => blobs.close());
    const mail = await startMailServer();
    opened.push(() => mail.close());
    const apiPort = await findFreePort();
    const postgresPort = postgres.running().port;
    const links = await startLinks({
      ...{ postgres: postgresPort, temporal: temporalPort },
      ...{ blobs: blobs.port, mail: mail.port, api: apiPort },
    });
    opened.push(() => links.close());
    const common = { ...blobs.settings, ...commonSettings(folder, cacheDir) };
    const through = (database: LinkName, workflows: LinkName, store: LinkName) => {
      const url = new URL(postgresUrl);
      url.port = String(links.portOf(database));
      return {
        ...common,
        TONGBAN_POSTGRES_URL: url.href,
        TONGBAN_TEMPORAL_ADDRESS: `127.0.0.1:${String(links.portOf(workflows))}`,
        TONGBAN_S3_URL: `http://127.0.0.1:${String(links.portOf(store))}`,
        TONGBAN_SMTP_URL: `smtp://127.0.0.1:${String(links.portOf('worker_mail'))}`,
        TONGBAN_MAIL_FROM: 'notice@tongban.invalid',
      };
    };
    const worker = supervise({
      ...{ name: 'worker', program: 'activities/worker.ts', folder },
      env: through('worker_postgres', 'worker_temporal', 'worker_blobs'),
      isReady: (log) => Promise.resolve(log.includes('worker is ready')),
    });
    const api = supervise({
      ...{ name: 'api', program: 'api/server.ts', folder },
      env: { ...through('api_postgres', 'api_temporal', 'api_blobs'), TONGBAN_PORT: String(apiPort) },
      isReady: async () => (await fetch(`http://127.0.0.1:${String(apiPort)}/v1/ready`)).ok,
    });
    opened.push(() => Promise.all([worker.kill(), api.kill()]));
    for (const program of [worker, api]) program.start();
    await Promise.all([worker.ready(), api.ready()]);
    const connection = await connectTemporalClient({
      address: `127.0.0.1:${String(temporalPort)}`,
      namespace,
      tls: 'off',
    });
    opened.push(() => connection.close());
    const keyFile = path.join(folder, 'identity', 'token-key.json');
    return {
      ...{ folder, postgres, temporal, programs: { worker, api }, links, blobs, mail, points, owner, close },
      apiUrl: `http://127.0.0.1:${String(links.portOf('client_api'))}`,
      issuer: await createLocalIssuer({ keyFile, environment: 'development' }),
      client: connection.client,
    };
  } catch (error) {
    await close('kept');
    throw error;
  }
}

function commonSettings(folder: string, cacheDir: string) {
  return {
    PATH: '/usr/bin:/bin',
    TONGBAN_TEMPORAL_NAMESPACE: namespace,
    TONGBAN_CACHE_DIR: cacheDir,
    TONGBAN_DATA_DIR: folder,
    TONGBAN_KEY_RING_FILE: writeTestKeyRing(folder),
    TONGBAN_LOG_LEVEL: 'info',
    // The clients of a few invented counters come from one address.
    TONGBAN_RATE_LIMIT_CLIENT: '0',
    TONGBAN_RATE_LIMIT_PERSON: '0',
  };
}
