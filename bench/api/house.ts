import { once } from 'node:events';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../../platform/config.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import type { EmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { keyRingFileOf } from '../../platform/key-ring-file.ts';
import { killWorker, startWorker } from '../ladder/worker-process.ts';
import type { RunningApi } from './api-process.ts';
import { startApi } from './api-process.ts';

const namespace = 'bench-api';

/** The parts of the product, each a process of its own, on one directory. */
export interface BenchHouse {
  readonly dataDir: string;
  readonly keyRingFile: string;
  readonly postgresLog: string;
  startPostgres(durability: 'durable' | 'ephemeral'): Promise<EmbeddedPostgres>;
  startTemporal(): Promise<string>;
  startApi(postgresUrl: string, temporalAddress: string): Promise<RunningApi>;
  startWorker(postgresUrl: string, temporalAddress: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the directory; every part that was started ends with it. */
export async function openBenchHouse(dataDir: string): Promise<BenchHouse> {
  await mkdir(path.join(dataDir, 'logs'), { recursive: true });
  await chmod(dataDir, 0o711);
  const keyRingFile = keyRingFileOf({ keyRing: {}, dataDir, environment: 'development' });
  const opened: (() => Promise<unknown>)[] = [];
  return {
    ...{ dataDir, keyRingFile },
    postgresLog: path.join(dataDir, 'logs', 'postgres.log'),
    async startPostgres(durability) {
      const postgres = await startEmbeddedPostgres({ dataDir, durability });
      opened.push(() => postgres.stop());
      return postgres;
    },
    async startTemporal() {
      const { cacheDir } = loadConfig();
      const temporal = await startEmbeddedTemporal({
        ...{ dataDir, cacheDir, namespace, progress: () => undefined, storage: 'file', uiPort: 'none' },
      });
      opened.push(() => temporal.stop());
      return temporal.address;
    },
    async startApi(postgresUrl, temporalAddress) {
      const port = await findFreePort();
      const api = await startApi({
        ...{ postgresUrl, temporalAddress, namespace, keyRingFile, dataDir, port },
      });
      opened.push(() => api.stop());
      return api;
    },
    async startWorker(postgresUrl, temporalAddress) {
      // Nobody plans notices here, so that no message looks for the server.
      const smtpUrl = 'smtp://127.0.0.1:9';
      const worker = startWorker({ postgresUrl, temporalAddress, namespace, smtpUrl, keyRingFile });
      opened.push(() => killWorker(worker));
      await once(worker, 'message');
    },
    async close() {
      for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
    },
  };
}
