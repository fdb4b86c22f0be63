import type { Instant } from '../domain/time/instant.ts';
import { instantFromEpochMs } from '../domain/time/instant.ts';

/** Where processes get the time from; tests put a virtual one in its place. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantFromEpochMs(Date.now()) };
