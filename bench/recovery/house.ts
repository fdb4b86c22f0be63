import { findFreePort } from '../../platform/embedded/free-port.ts';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { startApi } from '../api/api-process.ts';
import { startWorkerProcess } from './worker-process.ts';

export const namespace = 'bench-recovery';

export interface HouseOptions {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly keyRingFile: string;
  readonly smtpUrl: string;
  readonly tell: (line: string) => void;
  /** What a new database needs before anybody works on it. */
  readonly prepare?: (postgresUrl: string) => Promise<void>;
}

/** All processes of the product, each its own. */
export interface RunningHouse {
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly pids: Readonly<Record<string, number>>;
  /** From the start of the first process until each took work, in milliseconds. */
  readonly readyMs: Readonly<Record<string, number>>;
  readonly detectorRequests: () => Promise<Readonly<Record<string, number>>>;
  readonly stop: () => Promise<void>;
}

/** Starts Postgres and Temporal on their data of before, and then the API and the workers beside each other. */
export async function startHouse(options: HouseOptions): Promise<RunningHouse> {
  const { dataDir, cacheDir, keyRingFile, smtpUrl, tell } = options;
  const sinceMs = performance.now();
  const readyMs: Record<string, number> = {};
  const timed = async <T>(name: string, starting: Promise<T>): Promise<T> => {
    const started = await starting;
    readyMs[name] = Math.round(performance.now() - sinceMs);
    return started;
  };
  const [postgres, temporal] = await Promise.all([
    timed('postgres', startEmbeddedPostgres({ dataDir })),
    timed(
      'temporal',
      startEmbeddedTemporal({ dataDir, cacheDir, namespace, progress: tell, uiPort: 'none' }),
    ),
  ]);
  await options.prepare?.(postgres.url);
  const services = {
    ...{ postgresUrl: postgres.url, temporalAddress: temporal.address, namespace },
    ...{ keyRingFile, smtpUrl, dataDir, cacheDir },
  };
  const [api, worker, detector] = await Promise.all([
    timed('api', startApi({ ...services, port: await findFreePort() })),
    timed('worker', startWorkerProcess(services, 'cases,notices')),
    timed('detector', startWorkerProcess(services, 'operations')),
  ]);
  return {
    postgresUrl: postgres.url,
    temporalAddress: temporal.address,
    pids: {
      ...{ postgres: postgres.pid, temporal: temporal.pid },
      ...{ api: api.pid, worker: worker.pid, detector: detector.pid },
    },
    readyMs,
    detectorRequests: detector.requests,
    async stop() {
      await Promise.all([api.stop(), worker.stop(), detector.stop()]);
      await Promise.all([temporal.stop(), postgres.stop()]);
    },
  };
}
