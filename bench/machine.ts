import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';

/** What the figures were measured on; printed with them. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly node: string;
  /** Of the last minute, the program itself included: beside other work figures are higher. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryMb: Math.round(os.totalmem() / 1024 ** 2),
    node: process.version,
    load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
  };
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

/** A process and all below it, by process id. Linux only: everything is read from /proc. */
function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(Number(name));
    if (fields !== undefined) parents.set(Number(name), Number(fields[1]));
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid !== 0 && (pid === root || isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs);
}

/** Fields of `/proc/<pid>/stat` from the state on; undefined for a process that has ended meanwhile. */
function statOf(pid: number): string[] | undefined {
  const text = readProc(pid, 'stat');
  return text?.replace(/^.*\) /s, '').split(' ');
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Proportional set size of a process tree in MB: shared pages are counted once. */
export function treePssMb(root = process.pid): number {
  const kilobytes = processTree(root).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

// USER_HZ, which Linux keeps at 100 for /proc on every architecture that Node runs on.
const msPerTick = 10;

/** Processor time that the living processes of the tree have used so far, in milliseconds. */
export function treeCpuMs(root = process.pid): number {
  const ticks = processTree(root).map((pid) => {
    const fields = statOf(pid) ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * msPerTick;
}
