import type { Instant } from '../time/instant.ts';
import { addMs } from '../time/instant.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Pauses before a failed effect is tried again by itself. They reach past 7 days, the longest outage that a
 * receiver is expected to have, and grow so that a long outage costs little history.
 */
const retryPausesMs = [
  minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  hourMs,
  4 * hourMs,
  ...Array.from({ length: 14 }, () => 12 * hourMs),
];

/** When an effect that has failed `failures` times is tried again; null when only a person can help. */
export function nextTryAfter(failures: number, failedAt: Instant): Instant | null {
  const pauseMs = retryPausesMs[failures - 1];
  return pauseMs === undefined ? null : addMs(failedAt, pauseMs);
}
