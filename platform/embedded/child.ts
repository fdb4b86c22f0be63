import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../wait-for.ts';

interface ChildOptions {
  /** The part's name in errors. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Its whole environment: none of ours is inherited, so PGDATA and the like cannot change what it does. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly logFile: string;
  /** The signal on which it ends cleanly. */
  readonly stopSignal: NodeJS.Signals;
}

/** A part's process that we started. */
export interface Child {
  readonly pid: number;
  /** Resolves with a sentence when the process has ended, however it ended. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** Ends it cleanly, or after 30 seconds by force. */
  readonly stop: () => Promise<void>;
  /** The last lines of its log. */
  readonly lastLogLines: () => string;
}

const cleanEndTimeoutMs = 30_000;
const shownLogLines = 5;

function openLog(logFile: string): number {
  mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  return openSync(logFile, 'w', 0o600);
}

/**
 * Starts a part. It has its own process group, so Ctrl-C reaches only us and we stop the parts in their order, and
 * writes to a file, so it does not fail on a broken pipe when we are killed. If we exit without stopping it, it is
 * told to end.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, command, args, logFile, stopSignal, ...others } = options;
  const log = openLog(logFile);
  const child = spawn(command, args, { ...others, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  const endOnExit = () => child.kill(stopSignal);
  process.once('exit', endOnExit);
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    const end = (sentence: string) => {
      hasEnded = true;
      process.off('exit', endOnExit);
      resolve(sentence);
    };
    child.once('error', (error) => {
      end(`${name} 无法启动：${error.message}`);
    });
    child.once('exit', (code, signal) => {
      end(`${name} 已结束（${signal ?? `退出码 ${code ?? '不明'}`}），日志见 ${logFile}`);
    });
  });
  if (child.pid === undefined) throw new Error(await ended);
  return {
    pid: child.pid,
    ended,
    hasEnded: () => hasEnded,
    stop: async () => {
      if (hasEnded) return;
      child.kill(stopSignal);
      const force = new AbortController();
      const killLater = sleep(cleanEndTimeoutMs, undefined, { signal: force.signal, ref: false }).then(
        () => child.kill('SIGKILL'),
        () => false,
      );
      await ended;
      force.abort();
      await killLater;
    },
    lastLogLines: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-shownLogLines).join('\n'),
  };
}

/**
 * Waits until a part answers, and gives up at once when its process ends.
 * @throws {Error} with the last lines of its log; the process is then stopped.
 */
export async function waitUntilReady<Value>(
  child: Child,
  isReady: () => Promise<Value | undefined>,
  options: { readonly name: string; readonly timeoutMs: number },
): Promise<Value> {
  try {
    const ready = await waitFor<Value | 'ended'>(() => (child.hasEnded() ? 'ended' : isReady()), {
      timeoutMs: options.timeoutMs,
      what: `${options.name} 就绪`,
    });
    if (ready === 'ended') throw new Error(await child.ended);
    return ready;
  } catch (cause) {
    await child.stop();
    throw new Error(`${options.name} 没有启动成功：${child.lastLogLines()}`, { cause });
  }
}
