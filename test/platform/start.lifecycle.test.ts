import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { waitFor } from '../../platform/wait-for.ts';
import { descendantsOf, runningOf } from '../house/descendants.ts';
import { makeDataDir } from './data-dir.ts';
import { quickly } from '../services/quickly.ts';

const program = path.join(import.meta.dirname, '..', '..', 'commands', 'start.ts');
const timeoutMs = 180_000;

/** All of the product, in a process group of its own: Ctrl-C in a terminal reaches the whole group. */
async function startProduct() {
  const child = spawn(process.execPath, [...quickly, program], {
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_DATA_DIR: makeDataDir(),
      TONGBAN_CACHE_DIR: inject('cacheDir'),
      TONGBAN_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await waitFor(() => output.includes('按 Ctrl-C 停止'), { timeoutMs, what: 'the product to stand' });
  const apiUrl = /^接口：(\S+)$/m.exec(output)?.[1] ?? '';
  return { pid: child.pid ?? 0, exited, apiUrl };
}

it(
  'npm start ends on Ctrl-C with everything that it started, while somebody keeps a connection',
  { timeout: timeoutMs },
  async () => {
    const product = await startProduct();
    const parts = descendantsOf(product.pid);
    // Postgres and its own, Temporal, Chromium and its own.
    expect(parts.length).toBeGreaterThan(3);
    expect((await fetch(`${product.apiUrl}/v1/ready`)).status).toBe(200);
    process.kill(-product.pid, 'SIGINT');
    expect(await product.exited).toEqual([130, null]);
    expect(runningOf(parts)).toEqual([]);
  },
);
