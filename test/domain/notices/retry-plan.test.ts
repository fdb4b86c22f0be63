import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import { retryPlan } from '../../../domain/notices/retry-plan.ts';
import { endOfQuiet } from '../../../domain/notices/slot.ts';
import { addMs, epochMsOf, instantFromEpochMs } from '../../../domain/time/instant.ts';

const dayMs = 24 * 3_600_000;
const { quietHours } = defaultNoticePolicy;

/** Milliseconds from the first try to each, as Temporal makes them: none after the whole time is over. */
function triesOf(firstMs: number): number[] {
  const { firstWaitMs, factor, longestWaitMs, giveUpAfterMs } = retryPlan;
  const tries: number[] = [];
  let waitMs: number = firstWaitMs;
  for (let at = instantFromEpochMs(firstMs); epochMsOf(at) - firstMs < giveUpAfterMs;) {
    const end = endOfQuiet(at, quietHours);
    if (end === undefined) tries.push(epochMsOf(at) - firstMs);
    at = end ?? addMs(at, waitMs);
    waitMs = Math.min(waitMs * factor, longestWaitMs);
  }
  return tries;
}

it('a message is tried until 7 days after the first time, whatever the hour of it', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
        .filter((epochMs) => endOfQuiet(instantFromEpochMs(epochMs), quietHours) === undefined),
      (firstMs) => {
        const tries = triesOf(firstMs);
        expect(tries[0]).toBe(0);
        expect(tries.at(-1)).toBeGreaterThanOrEqual(7 * dayMs);
        expect(tries.length).toBeLessThan(200);
      },
    ),
  );
});
