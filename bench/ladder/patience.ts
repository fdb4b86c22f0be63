import { setTimeout as pause } from 'node:timers/promises';

interface Patience {
  /** How long nothing may move before what is left counts as lost. */
  readonly patienceMs: number;
  readonly pollMs: number;
}

/** Waits until nothing is left, or until what is left has not changed for so long; then it is the caller's to count. */
export async function waitWhileMoving(
  countLeft: () => Promise<number>,
  { patienceMs, pollMs }: Patience,
): Promise<void> {
  let before: number | undefined;
  let movedAtMs = performance.now();
  for (let left = await countLeft(); left > 0; left = await countLeft()) {
    if (left !== before) movedAtMs = performance.now();
    if (performance.now() - movedAtMs > patienceMs) return;
    before = left;
    await pause(pollMs);
  }
}
