import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface WorkerServices {
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly smtpUrl: string;
  readonly keyRingFile: string;
}

/** Starts `worker.ts` as a process of its own, with nothing of this one's environment; its first message says it is ready. */
export function startWorker({
  postgresUrl,
  temporalAddress,
  namespace,
  smtpUrl,
  keyRingFile,
}: WorkerServices): ChildProcess {
  return fork(path.join(import.meta.dirname, 'worker.ts'), {
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: postgresUrl,
      TONGBAN_TEMPORAL_ADDRESS: temporalAddress,
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_SMTP_URL: smtpUrl,
      TONGBAN_MAIL_FROM: 'notice@example.org',
      TONGBAN_KEY_RING_FILE: keyRingFile,
      TONGBAN_LOG_LEVEL: 'error',
    },
  });
}

/** With -9, as the kernel kills. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}
