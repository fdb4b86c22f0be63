import { setTimeout as sleep } from 'node:timers/promises';

interface WaitOptions {
  /** How long to wait at most, in milliseconds. */
  readonly timeoutMs: number;
  /** What is waited for, as it stands in the error. */
  readonly what: string;
}

const pollIntervalMs = 25;

/**
 * Waits until the condition gives a value: undefined, false or an exception means “not yet”.
 * @throws {Error} after the time-out, with the condition's last exception as its cause.
 */
export async function waitFor<Value>(
  condition: () => Promise<Value | undefined | false> | Value | undefined | false,
  { timeoutMs, what }: WaitOptions,
): Promise<Value> {
  const giveUpAtMs = performance.now() + timeoutMs;
  let lastError: unknown;
  do {
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      lastError = error;
    }
    await sleep(pollIntervalMs);
  } while (performance.now() < giveUpAtMs);
  throw new Error(`等待“${what}”超过 ${Math.round(timeoutMs / 1000)} 秒。`, { cause: lastError });
}
