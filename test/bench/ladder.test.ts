import { describe, expect, it } from 'vitest';
import { waitWhileMoving } from '../../bench/ladder/patience.ts';
import { tallyLateness, tallyRungs } from '../../bench/ladder/tally.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';

const [first, second, third] = ['case-1', 'case-2', 'case-3'] as unknown as [CaseNo, CaseNo, CaseNo];
const expected = [first, second, third];

describe('the rungs of the benchmark', () => {
  it('are all there once when nothing went wrong', () => {
    expect(tallyRungs(expected, [third, first, second])).toEqual({ rungs: 3, lost: 0, doubled: 0 });
  });

  it('show one that was lost, one that was doubled, and both at once though the number is right', () => {
    expect(tallyRungs(expected, [first, third])).toEqual({ rungs: 2, lost: 1, doubled: 0 });
    expect(tallyRungs(expected, [first, second, second, third])).toEqual({ rungs: 4, lost: 0, doubled: 1 });
    expect(tallyRungs(expected, [first, second, second])).toEqual({ rungs: 3, lost: 1, doubled: 1 });
    expect(tallyRungs(expected, [])).toEqual({ rungs: 0, lost: 3, doubled: 0 });
  });
});

describe('the lateness of the messages', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

  it('is that of the middle one and of the 99th of a hundred', () => {
    expect(tallyLateness(hundred)).toEqual({
      messages: 100,
      notHandedOver: 0,
      latenessP50Ms: 50,
      latenessP99Ms: 99,
    });
  });

  it('counts what was never handed over as later than any, and never as in time', () => {
    expect(tallyLateness([null, ...hundred.slice(1)])).toMatchObject({ notHandedOver: 1, latenessP99Ms: 99 });
    expect(tallyLateness([null, null, ...hundred.slice(2)])).toMatchObject({
      notHandedOver: 2,
      latenessP50Ms: 50,
      latenessP99Ms: null,
    });
  });
});

describe('the benchmark waits', () => {
  it('until nothing is left', async () => {
    const left = [3, 2, 2, 0];
    const read = () => Promise.resolve({ left: left.shift() ?? 99, notYetDue: 0 });
    await waitWhileMoving(read, { patienceMs: 60_000, pollMs: 1 });
    expect(left).toEqual([]);
  });

  it('for what is not due yet, however long nothing moves', async () => {
    let asked = 0;
    const read = () =>
      Promise.resolve((asked += 1) < 20 ? { left: 3, notYetDue: 1 } : { left: 0, notYetDue: 0 });
    await waitWhileMoving(read, { patienceMs: 0, pollMs: 1 });
    expect(asked).toBe(20);
  });

  it('no longer when nothing moves, so that a loss is counted and not waited for', async () => {
    let asked = 0;
    const read = () => Promise.resolve({ left: (asked += 1) < 5 ? 10 - asked : 1, notYetDue: 0 });
    await waitWhileMoving(read, { patienceMs: 20, pollMs: 1 });
    expect(asked).toBeGreaterThan(5);
  });
});
