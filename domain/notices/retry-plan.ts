import type { Instant } from '../time/instant.ts';
import { addMs } from '../time/instant.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How a message is tried again: after 10 s, then after twice as long each time, at most an hour, for 7 days. A try waits
 * for when its reader may be disturbed, so the last one comes when that is the case after the 7 days.
 */
export const retryPlan = {
  firstWaitMs: 10_000,
  factor: 2,
  longestWaitMs: hourMs,
  triedForMs: 7 * dayMs,
  /** Longer than the 7 days and any holiday after them: that of 春节 2020 grew to 17 days in some provinces. */
  giveUpAfterMs: 35 * dayMs,
} as const;

/** Whether a try that fails is the last of a message that was to go out at `firstAt`. */
export function isLastTry(firstAt: Instant, at: Instant): boolean {
  return at >= addMs(firstAt, retryPlan.triedForMs);
}
