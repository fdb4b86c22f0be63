import { readFile } from 'node:fs/promises';
import { waitFor } from '../wait-for.ts';
import { findOutput } from './run-command.ts';

interface OrphanOptions {
  readonly pid: number;
  /** Text that only this child's command line holds: a process id alone may meanwhile be another program's. */
  readonly marker: string;
  /** The signal on which it ends cleanly. */
  readonly signal: NodeJS.Signals;
}

const cleanEndTimeoutMs = 30_000;
const killTimeoutMs = 5_000;

/** The command line of a running process; undefined when there is none (a zombie has none either). */
async function findCommandLine(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return findOutput('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

/** Whether the process with this id still runs and is the one meant. */
async function isOurs({ pid, marker }: Pick<OrphanOptions, 'pid' | 'marker'>): Promise<boolean> {
  return (await findCommandLine(pid))?.includes(marker) ?? false;
}

/**
 * Ends a child that an earlier, killed start has left running: cleanly, or after 30 seconds by force. It is not
 * adopted: a child that we started reports its end to us, with ports and settings as configured now.
 */
export async function stopOrphan(orphan: OrphanOptions): Promise<'stopped' | 'none'> {
  if (!(await isOurs(orphan))) return 'none';
  const what = `进程 ${orphan.pid} 结束`;
  const isGone = async () => !(await isOurs(orphan));
  process.kill(orphan.pid, orphan.signal);
  try {
    await waitFor(isGone, { timeoutMs: cleanEndTimeoutMs, what });
  } catch {
    process.kill(orphan.pid, 'SIGKILL');
    await waitFor(isGone, { timeoutMs: killTimeoutMs, what });
  }
  return 'stopped';
}
