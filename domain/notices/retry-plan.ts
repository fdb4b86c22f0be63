const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * How a message is tried again: after 10 s, then after twice as long each time, at most an hour, for 7 days. A try
 * that falls into quiet hours waits for their end, so half a day more lets the last one still come after the 7 days.
 */
export const retryPlan = {
  firstWaitMs: 10_000,
  factor: 2,
  longestWaitMs: hourMs,
  giveUpAfterMs: (7 * 24 + 12) * hourMs,
} as const;
