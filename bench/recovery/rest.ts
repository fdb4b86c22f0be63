import { setTimeout as pause } from 'node:timers/promises';
import { treeCpuMs, treePssMb } from '../machine.ts';
import type { RunningHouse } from './house.ts';

type Shares = Readonly<Record<string, number>>;

/** What open cases cost while nothing happens to them. */
export interface Rest {
  readonly seconds: number;
  /** Processor time of each process, in thousandths of a core. */
  readonly milliCores: Shares;
  readonly memoryMb: Shares;
  /** What the detector's worker asks Temporal a second, by operation, polls left out. */
  readonly detectorRequestsPerSecond: Shares;
}

/** Watches a house in which nobody acts for so long. */
export async function watchRest(house: RunningHouse, seconds: number): Promise<Rest> {
  const pids = Object.entries(house.pids);
  const cpu = () => Object.fromEntries(pids.map(([name, pid]) => [name, treeCpuMs(pid)]));
  const [cpuBefore, askedBefore, sinceMs] = [cpu(), await house.detectorRequests(), performance.now()];
  await pause(seconds * 1000);
  const [cpuAfter, askedAfter] = [cpu(), await house.detectorRequests()];
  const elapsedMs = performance.now() - sinceMs;
  const each = <T>(entries: readonly (readonly [string, T])[], valueOf: (name: string, item: T) => number) =>
    Object.fromEntries(entries.map(([name, item]) => [name, valueOf(name, item)]));
  return {
    seconds: Math.round(elapsedMs / 1000),
    milliCores: each(pids, (name) =>
      Math.round((((cpuAfter[name] ?? 0) - (cpuBefore[name] ?? 0)) / elapsedMs) * 1000),
    ),
    memoryMb: memoryOf(house),
    detectorRequestsPerSecond: each(
      Object.entries(askedAfter).filter(([operation]) => !operation.startsWith('Poll')),
      (operation, asked) => round3(((asked - (askedBefore[operation] ?? 0)) / elapsedMs) * 1000),
    ),
  };
}

/** What each process and those below it hold, shared pages counted once. */
export function memoryOf({ pids }: RunningHouse): Shares {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, Math.round(treePssMb(pid))]));
}

const round3 = (value: number) => Math.round(value * 1000) / 1000;
