import { setTimeout as pause } from 'node:timers/promises';

export interface Progress {
  /** How much is still to come. */
  readonly left: number;
  /** How much of it has a time of its own that has not come yet. */
  readonly notYetDue: number;
}

interface Patience {
  /** How long nothing may move before what is left counts as lost. */
  readonly patienceMs: number;
  readonly pollMs: number;
}

/**
 * Waits until nothing is left, or until what is left is due and has not changed for so long; then it is the caller's to
 * count.
 */
export async function waitWhileMoving(
  read: () => Promise<Progress>,
  { patienceMs, pollMs }: Patience,
): Promise<void> {
  let before: number | undefined;
  let movedAtMs = performance.now();
  for (let now = await read(); now.left > 0; now = await read()) {
    if (now.left !== before || now.notYetDue > 0) movedAtMs = performance.now();
    else if (performance.now() - movedAtMs > patienceMs) return;
    before = now.left;
    await pause(pollMs);
  }
}
