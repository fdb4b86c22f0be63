import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { waitFor } from '../../platform/wait-for.ts';
import { isRunning, makeDataDir } from './data-dir.ts';
import { quickly } from '../services/quickly.ts';

interface Line {
  readonly pids?: readonly [number, number];
  readonly whileStopping?: string;
  readonly crashed?: string;
}

/** Starts the program in a process group of its own: Ctrl-C in a terminal reaches the whole group. */
function holdStack(dataDir: string) {
  const child = spawn(process.execPath, [...quickly, path.join(import.meta.dirname, 'hold-stack.ts')], {
    env: { PATH: '/usr/bin:/bin', TONGBAN_DATA_DIR: dataDir, TONGBAN_CACHE_DIR: inject('cacheDir') },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines: Line[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line) as Line));
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const exited = once(child, 'exit') as Promise<[code: number | null]>;
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await exited;
  });
  return {
    child,
    signalGroup: (signal: NodeJS.Signals) => process.kill(-Number(child.pid), signal),
    lines,
    exited,
    errors: () => errors,
    pids: () => waitFor(() => lines[0]?.pids, { timeoutMs: 60_000, what: `the stack to start: ${errors}` }),
  };
}

const timeoutMs = 30_000;
const goneAll = (pids: readonly number[]) =>
  waitFor(() => pids.every((pid) => !isRunning(pid)), { timeoutMs, what: `the end of ${pids.join(', ')}` });

describe('the embedded parts together', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('end on %s after what stands on them, and leave no process', async (signal, exitCode) => {
    const stack = holdStack(makeDataDir());
    const pids = await stack.pids();
    stack.signalGroup(signal);
    expect(await stack.exited).toEqual([exitCode, null]);
    expect(stack.lines.slice(1)).toEqual([{ whileStopping: 'served' }]);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('refuse a second start on the same data directory, and leave the first alone', async () => {
    const dataDir = makeDataDir();
    const pids = await holdStack(dataDir).pids();
    const second = holdStack(dataDir);
    expect(await second.exited).toEqual([1, null]);
    expect(second.errors()).toContain(`数据目录 ${dataDir} 正被另一个 Tongban 使用`);
    expect(pids.every(isRunning)).toBe(true);
  });

  it('start anew after kill -9 of the program that held them', async () => {
    const dataDir = makeDataDir();
    const first = holdStack(dataDir);
    const orphans = await first.pids();
    first.child.kill('SIGKILL');
    await first.exited;
    expect(orphans.every(isRunning)).toBe(true);
    const pids = await holdStack(dataDir).pids();
    await goneAll(orphans);
    expect(pids.every(isRunning)).toBe(true);
  });

  it.each([
    ['Postgres', 0],
    ['Temporal', 1],
  ] as const)('report that %s has crashed, and stop the other', async (name, index) => {
    const stack = holdStack(makeDataDir());
    const pids = await stack.pids();
    process.kill(pids[index], 'SIGKILL');
    expect(await stack.exited).toEqual([0, null]);
    expect(stack.lines.find(({ crashed }) => crashed !== undefined)?.crashed).toContain(
      `${name} 已结束（SIGKILL）`,
    );
    await goneAll(pids);
  });
});
