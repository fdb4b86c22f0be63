import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A data directory of one test's own, removed after it. `private`: nobody else may pass into it, as below /root. */
export function makeDataDir(access: 'passable' | 'private' = 'passable'): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'tongban-embedded-'));
  if (access === 'passable') chmodSync(dir, 0o711);
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

/** Whether a process with this id runs (a zombie, which nobody has reaped yet, counts too). */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
