import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DestinationKey } from '../../../domain/notices/destination.ts';
import { isLastTry, retryPlan } from '../../../domain/notices/retry-plan.ts';
import type { Reading } from '../../../domain/notices/slot.ts';
import { admittedAt } from '../../../domain/notices/slot.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, epochMsOf, parseInstant } from '../../../domain/time/instant.ts';
import { anyInstant, applicant, mayBeWrittenTo, plainReading, staff } from './readings.ts';

const dayMs = 24 * 3_600_000;

/** When a message to somebody who cannot be reached is tried, as Temporal does it. */
function triesOf(firstAt: Instant, reading: Reading): Instant[] {
  const { firstWaitMs, factor, longestWaitMs, giveUpAfterMs } = retryPlan;
  const tries: Instant[] = [];
  let waitMs: number = firstWaitMs;
  for (let at = firstAt; at < addMs(firstAt, giveUpAfterMs);) {
    const admitted = admittedAt(at, reading);
    if (admitted === at) tries.push(at);
    if (admitted === at && isLastTry(firstAt, at)) return tries;
    at = admitted === at ? addMs(at, waitMs) : admitted;
    waitMs = Math.min(waitMs * factor, longestWaitMs);
  }
  throw new Error('given up without a last try');
}

it('a message is tried until 7 days after the first time or later, and never when its reader may not be disturbed', () => {
  const anyReader = fc.record({
    destination: fc.constantFrom<DestinationKey>(staff, applicant),
    urgency: fc.constantFrom<Reading['urgency']>('normal', 'urgent'),
  });
  fc.assert(
    fc.property(anyInstant, anyReader, (at, reader) => {
      const reading = { ...plainReading, ...reader };
      const firstAt = admittedAt(at, reading);
      const tries = triesOf(firstAt, reading);
      expect(tries[0]).toBe(firstAt);
      expect(epochMsOf(tries.at(-1) ?? firstAt) - epochMsOf(firstAt)).toBeGreaterThanOrEqual(7 * dayMs);
      expect(tries.every((each) => mayBeWrittenTo(each, reading))).toBe(true);
      expect(tries.length).toBeLessThan(200);
    }),
  );
});

it('a message that no office could take before a holiday is tried once more after it', () => {
  const firstAt = parseInstant('2026-02-09T17:00:00+08:00');
  const tries = triesOf(firstAt, plainReading).map((each) => each.slice(0, 10));
  // 春节: 15 to 23 February, after a Saturday that is worked.
  expect([...new Set(tries)].slice(-2)).toEqual(['2026-02-14', '2026-02-24']);
  expect(tries.filter((date) => date === '2026-02-24')).toHaveLength(1);
});
