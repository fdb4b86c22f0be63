import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { waitFor } from '../../platform/wait-for.ts';

interface WorkerServices {
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly keyRingFile: string;
  readonly smtpUrl: string;
  readonly dataDir: string;
  readonly cacheDir: string;
}

export interface RunningWorker {
  readonly pid: number;
  /** How often it has asked Temporal so far, by operation, polls included. */
  readonly requests: () => Promise<Readonly<Record<string, number>>>;
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 300_000;
let started = 0;

/** Starts `activities/worker.ts` as it is, for some queues, with its log in a file; resolves when it takes work. */
export async function startWorkerProcess(services: WorkerServices, queues: string): Promise<RunningWorker> {
  started += 1;
  const file = path.join(services.dataDir, 'logs', `worker-${String(started)}.log`);
  const log = openSync(file, 'w');
  const metrics = `127.0.0.1:${String(await findFreePort())}`;
  const program = path.join(import.meta.dirname, '..', '..', 'activities', 'worker.ts');
  const child = spawn(process.execPath, [program, '--queues', queues], {
    stdio: ['ignore', log, log],
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: services.postgresUrl,
      TONGBAN_TEMPORAL_ADDRESS: services.temporalAddress,
      TONGBAN_TEMPORAL_NAMESPACE: services.namespace,
      TONGBAN_KEY_RING_FILE: services.keyRingFile,
      TONGBAN_SMTP_URL: services.smtpUrl,
      TONGBAN_MAIL_FROM: 'notice@example.org',
      TONGBAN_DATA_DIR: services.dataDir,
      TONGBAN_CACHE_DIR: services.cacheDir,
      TONGBAN_METRICS_ADDRESS: metrics,
    },
  });
  const isReady = () => {
    if (child.exitCode !== null) throw new Error('the worker has ended: its log says why');
    return readFileSync(file, 'utf8').includes('worker is ready');
  };
  await waitFor(isReady, { timeoutMs: startTimeoutMs, what: '工作进程就绪' });
  if (child.pid === undefined) throw new Error('a process that works has an id');
  return {
    pid: child.pid,
    requests: async () => requestsIn(await (await fetch(`http://${metrics}/metrics`)).text()),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The SDK counts what it asks by operation: `temporal_request` what is answered at once, `…long_request` the polls. */
function requestsIn(exposition: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, operation = '', count] of exposition.matchAll(
    /^temporal_(?:long_)?request_total\{[^}]*operation="(\w+)"[^}]*\} (\d+)/gm,
  )) {
    counts[operation] = (counts[operation] ?? 0) + Number(count);
  }
  return counts;
}
