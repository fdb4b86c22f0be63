import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';

const program = path.join(import.meta.dirname, '..', '..', 'activities', 'worker.ts');

/** The worker as its own process, to be killed. */
export interface WorkerProcess {
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

/** Starts the worker's process; it takes work as soon as it is ready, nobody has to wait for it. */
export function startWorkerProcess(
  postgresUrl: string,
  namespace: string,
  settings: Readonly<Record<string, string>> = {},
): WorkerProcess {
  const child = spawn(process.execPath, [program], {
    stdio: 'ignore',
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: postgresUrl,
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_CACHE_DIR: inject('cacheDir'),
      TONGBAN_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'tongban-worker-')),
      TONGBAN_LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  return { kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
