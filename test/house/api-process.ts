import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { inject } from 'vitest';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import type { LocalIssuer } from '../../platform/identity/local-issuer.ts';
import { createLocalIssuer } from '../../platform/identity/local-issuer.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { quickly } from '../services/quickly.ts';

const program = path.join(import.meta.dirname, '..', '..', 'api', 'server.ts');

/** The API as its own process, ready to be asked. */
export interface ApiProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly issuer: LocalIssuer;
  /** Code and signal with which it ended. */
  readonly exit: Promise<readonly unknown[]>;
  /** All that it has written. */
  output(): string;
}

export async function startApiProcess(
  url: string,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [...quickly, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      TONGBAN_POSTGRES_URL: url,
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: inject('temporalNamespace'),
      TONGBAN_DATA_DIR: dataDir,
      TONGBAN_PORT: String(port),
      ...settings,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const isReady = async () => (await fetch(`http://127.0.0.1:${String(port)}/v1/ready`)).ok;
  await waitFor(isReady, { timeoutMs: 180_000, what: 'the API' });
  const issuer = await createLocalIssuer({
    keyFile: path.join(dataDir, 'identity', 'token-key.json'),
    environment: 'development',
  });
  return { child, port, issuer, exit: once(child, 'exit'), output: () => output };
}
