import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationMs, fastestPerMinute, paceOf, slowestPerMinute } from '../../../domain/operations/batch.ts';

const minuteMs = 60_000;
const kinds = ['replay', 'remedy'] as const;
const rate = fc.integer({ min: slowestPerMinute, max: fastestPerMinute });

describe('the pace of a batch', () => {
  it('takes in no minute more than its rate, and more than four fifths of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), rate, (kind, ratePerMinute) => {
        const { atOnce, pauseMs } = paceOf(kind, ratePerMinute);
        expect(Math.ceil(minuteMs / pauseMs) * atOnce).toBeLessThanOrEqual(ratePerMinute);
        expect((atOnce * minuteMs) / pauseMs).toBeGreaterThan(0.8 * ratePerMinute);
      }),
    );
  });

  it.each([
    { kind: 'remedy', ratePerMinute: 1, atOnce: 1, pauseMs: 60_000 },
    { kind: 'remedy', ratePerMinute: 60, atOnce: 1, pauseMs: 1000 },
    { kind: 'remedy', ratePerMinute: 600, atOnce: 5, pauseMs: 500 },
    { kind: 'replay', ratePerMinute: 1, atOnce: 1, pauseMs: 60_000 },
    { kind: 'replay', ratePerMinute: 60, atOnce: 10, pauseMs: 10_000 },
    { kind: 'replay', ratePerMinute: 600, atOnce: 100, pauseMs: 10_000 },
  ] as const)('$kind at $ratePerMinute', ({ kind, ratePerMinute, ...pace }) => {
    expect(paceOf(kind, ratePerMinute)).toEqual(pace);
  });

  it('the last of those that wait is taken after all turns but the first', () => {
    expect(durationMs('remedy', 60, 0)).toBe(0);
    expect(durationMs('remedy', 60, 1)).toBe(0);
    expect(durationMs('remedy', 60, 61)).toBe(minuteMs);
    expect(durationMs('replay', 600, 20_000)).toBe(199 * 10_000);
  });
});
