import { setTimeout as delay } from 'node:timers/promises';

/** Settles like `work`, which goes on all the same, or fails with the given error when it takes longer. */
export async function within<Result>(
  timeoutMs: number,
  work: Promise<Result>,
  timeoutError: () => Error,
): Promise<Result> {
  const timer = new AbortController();
  const timeout = delay(timeoutMs, undefined, { signal: timer.signal }).then(() => {
    throw timeoutError();
  });
  timeout.catch(() => undefined);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    timer.abort();
  }
}
