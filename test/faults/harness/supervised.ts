import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../../platform/wait-for.ts';
import { descendantsOf, runningOf } from '../../house/descendants.ts';
import { quickly } from '../../services/quickly.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const clockProgram = new URL('turned-clock.ts', import.meta.url);
const startTimeoutMs = 180_000;

export interface ProgramOptions {
  readonly name: 'api' | 'worker';
  /** From the project's root. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** For its logs and its clock. */
  readonly folder: string;
  readonly isReady: (log: string) => Promise<boolean>;
}

/** A program of the product in a process of its own, which is started anew whenever it has ended, as a supervisor does. */
export interface Supervised {
  /** How often it ended although nobody had killed it. */
  endedByItself(): number;
  ready(): Promise<void>;
  /** With -9; its children with it a moment later. It stays down until it is started. */
  kill(): Promise<void>;
  start(): void;
  /** With -9 all that it has started. @returns how many processes. */
  killChildren(): number;
  /** Turns its clock by so much against the machine's. */
  turnClock(offsetMs: number): void;
}

export function supervise({ name, program, env, folder, isReady }: ProgramOptions): Supervised {
  const clockFile = path.join(folder, `${name}.clock`);
  const clock = new URL(clockProgram);
  clock.searchParams.set('file', clockFile);
  let child: ChildProcess | undefined;
  let logFile = '';
  let starts = 0;
  let unexpected = 0;

  const start = () => {
    starts += 1;
    logFile = path.join(folder, 'logs', `${name}-${String(starts).padStart(4, '0')}.log`);
    const log = openSync(logFile, 'w');
    const started = spawn(process.execPath, [...quickly, '--import', clock.href, program], {
      ...{ cwd: root, env, stdio: ['ignore', log, log] },
    });
    closeSync(log);
    child = started;
    started.once('exit', () => {
      if (child !== started) return;
      unexpected += 1;
      start();
    });
  };

  const pid = () => child?.pid ?? 0;
  return {
    endedByItself: () => unexpected,
    start,
    async ready() {
      const isUp = () => isReady(readFileSync(logFile, 'utf8'));
      await waitFor(isUp, { timeoutMs: startTimeoutMs, what: `${name}就绪` });
    },
    async kill() {
      const killed = child;
      child = undefined;
      if (killed === undefined) return;
      const children = descendantsOf(killed.pid ?? 0);
      killed.kill('SIGKILL');
      if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit');
      for (const orphan of runningOf(children)) killIfThere(orphan);
    },
    killChildren() {
      const children = descendantsOf(pid());
      for (const each of children) killIfThere(each);
      return children.length;
    },
    turnClock(offsetMs) {
      writeFileSync(clockFile, String(offsetMs));
    },
  };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
