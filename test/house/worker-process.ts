import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import type { TaskQueue } from '../../workflows/contract.ts';
import { quickly } from '../services/quickly.ts';

const program = path.join(import.meta.dirname, '..', '..', 'activities', 'worker.ts');

/** The worker as its own process. */
export interface WorkerProcess {
  readonly pid: number;
  /** Everything that it has written so far. */
  output(): string;
  /** How it ended by itself, and everything that it had written. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly output: string }>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

/** Starts the worker's process; it takes work as soon as it is ready, nobody has to wait for it. */
export function startWorkerProcess(
  postgresUrl: string,
  namespace: string,
  settings: Readonly<Record<string, string>> = {},
  ...queues: readonly TaskQueue[]
): WorkerProcess {
  const options = queues.length === 0 ? [] : ['--queues', queues.join(',')];
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-worker-'));
  const child = spawn(process.execPath, [...quickly, program, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: postgresUrl,
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_CACHE_DIR: inject('cacheDir'),
      TONGBAN_DATA_DIR: dataDir,
      TONGBAN_KEY_RING_FILE: writeTestKeyRing(dataDir),
      TONGBAN_WORKFLOW_BUNDLE: inject('workflowBundlePath'),
      TONGBAN_LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, output }));
  return { pid: child.pid ?? 0, output: () => output, kill: () => killed(child), ended };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
