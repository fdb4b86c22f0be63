import type { Instant } from '../domain/time/instant.ts';
import { instantFromEpochMs } from '../domain/time/instant.ts';
import type { Clock } from './clock.ts';

/** Runs with the real clock from wherever it was last set: the processes' clock beside a virtual Temporal. */
export class VirtualClock implements Clock {
  #offsetMs = 0;

  now(): Instant {
    return instantFromEpochMs(Date.now() + this.#offsetMs);
  }

  set(epochMs: number): void {
    this.#offsetMs = epochMs - Date.now();
  }
}
