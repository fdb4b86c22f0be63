import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Latency } from './latency.ts';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A load: the requests by turns until the time is over, or each once. */
export interface LoadOrder {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly LoadRequest[];
  readonly repeat: 'by_turns' | 'each_once';
}

export interface LoadResult {
  readonly latency: Latency;
  /** As autocannon's own histogram has them, to compare: it knows p97.5, not p95. */
  readonly autocannon: { readonly p50Ms: number; readonly p97_5Ms: number; readonly p99Ms: number };
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly errors: number;
}

/** Puts a load on the API from a process of its own, so that neither shares a thread with this one. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const child = fork(path.join(import.meta.dirname, 'load-process.ts'), { env: { PATH: '/usr/bin:/bin' } });
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(() => {
    throw new Error('the process that puts on the load has ended');
  });
  child.send(order);
  const [result] = (await Promise.race([answered, ended])) as [LoadResult];
  child.disconnect();
  await ended.catch(() => undefined);
  return result;
}
