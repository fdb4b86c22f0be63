import { execFileSync } from 'node:child_process';

/** The running processes; a zombie, which nobody has reaped yet, runs no more. */
function running(): readonly { readonly pid: number; readonly parent: number }[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state = '']) => !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

/** The processes that a process has started, and those that these have. */
export function descendantsOf(pid: number): readonly number[] {
  const found = [pid];
  const all = running();
  for (const each of found) found.push(...all.filter(({ parent }) => parent === each).map((row) => row.pid));
  return found.slice(1);
}

/** Those of the processes that run. */
export function runningOf(pids: readonly number[]): readonly number[] {
  return running()
    .map(({ pid }) => pid)
    .filter((pid) => pids.includes(pid));
}
