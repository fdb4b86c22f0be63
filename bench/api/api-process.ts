import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../platform/wait-for.ts';

interface ApiServices {
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly keyRingFile: string;
  /** Where the issuer of the tokens has its key. */
  readonly dataDir: string;
  readonly port: number;
}

export interface RunningApi {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts `api/server.ts` as it is, with its log in a file; only the limits of requests a minute are lifted, by their settings. */
export async function startApi(services: ApiServices): Promise<RunningApi> {
  const { dataDir, port } = services;
  const log = openSync(path.join(dataDir, 'logs', 'api.log'), 'w');
  const server = path.join(import.meta.dirname, '..', '..', 'api', 'server.ts');
  const child = spawn(process.execPath, [server], {
    stdio: ['ignore', log, log],
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: services.postgresUrl,
      TONGBAN_TEMPORAL_ADDRESS: services.temporalAddress,
      TONGBAN_TEMPORAL_NAMESPACE: services.namespace,
      TONGBAN_KEY_RING_FILE: services.keyRingFile,
      TONGBAN_DATA_DIR: dataDir,
      TONGBAN_PORT: String(port),
      TONGBAN_RATE_LIMIT_CLIENT: '0',
      TONGBAN_RATE_LIMIT_PERSON: '0',
    },
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await waitFor(() => isReady(child, url), { timeoutMs: 60_000, what: '接口就绪' });
  if (child.pid === undefined) throw new Error('a process that answers has an id');
  return {
    url,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  if (child.exitCode !== null) throw new Error('the API has ended: its log says why');
  const answer = await fetch(`${url}/v1/ready`).catch(() => undefined);
  return answer?.ok === true;
}
