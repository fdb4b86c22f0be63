import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { createLocalIssuer } from '../../platform/identity/local-issuer.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { createHouseDatabase } from '../house/house.ts';
import { quickly } from '../services/quickly.ts';

const url = await createHouseDatabase();
const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-api-'));
afterAll(() => rm(dataDir, { recursive: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function start(environment: Record<string, string>) {
  const file = new URL('../../api/server.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [...quickly, file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      TONGBAN_POSTGRES_URL: url,
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: inject('temporalNamespace'),
      TONGBAN_DATA_DIR: dataDir,
      ...environment,
    },
  });
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  return { child, output, exit: once(child, 'exit') };
}

it(
  'serves, refuses what is too large over a real connection, and stops when told to',
  { timeout: 180_000 },
  async () => {
    const port = await freePort();
    const { child, exit } = start({ TONGBAN_PORT: String(port) });
    afterAll(() => child.kill('SIGKILL'));
    const address = `http://127.0.0.1:${port}`;
    await waitFor(async () => (await fetch(`${address}/v1/ready`)).ok, {
      timeoutMs: 30_000,
      what: 'the API',
    });
    const issuer = await createLocalIssuer({
      keyFile: path.join(dataDir, 'identity', 'token-key.json'),
      environment: 'development',
    });
    const roles = ['window_officer'] as const;
    const token = await issuer.sign({
      officerId: 'officer-1',
      roles,
      unitCode: parseUnitCode('440106990000'),
    });
    const headers = { authorization: `Bearer ${token}` };
    const form = new FormData();
    for (let n = 0; n < 5; n += 1) form.append('attachments', new Blob([new Uint8Array(9_000_000)]), 'a.png');
    // On a busy machine it sheds what it has no time for, and is asked again.
    const answerTo = (init: RequestInit) =>
      waitFor(
        async () => {
          const { status } = await fetch(`${address}/v1/cases`, { ...init, headers });
          return status === 503 ? undefined : status;
        },
        { timeoutMs: 60_000, what: 'an answer' },
      );
    expect(await answerTo({ method: 'POST', body: form })).toBe(413);
    expect(await answerTo({})).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  },
);

it('does not trust tokens of its own in production', async () => {
  const { output, exit } = start({ NODE_ENV: 'production' });
  expect(await exit).toEqual([1, null]);
  expect(output.join('')).toContain('TONGBAN_OIDC_ISSUER');
});
