import { describe, expect, it } from 'vitest';
import { expectedTellings } from '../../bench/ladder/expected.ts';
import { benchNoticePolicy } from '../../bench/ladder/notice-policy.ts';
import { waitWhileMoving } from '../../bench/ladder/patience.ts';
import { resultOf } from '../../bench/ladder/result.ts';
import { tallyLateness, tallyRungs } from '../../bench/ladder/tally.ts';
import { homeStations } from '../../bench/ladder/units.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

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

describe('the lateness of what was expected', () => {
  const dueAt = parseInstant('2026-11-25T08:30:00+08:00');
  const expectedHundred = Array.from({ length: 100 }, (_, n) => ({ key: String(n), at: dueAt }));
  // The n-th comes n + 1 milliseconds late, the last first.
  const hundred = expectedHundred.map(({ key }, n) => ({ key, at: addMs(dueAt, n + 1) })).toReversed();

  it('is that of the middle one and of the 99th of a hundred', () => {
    expect(tallyLateness(expectedHundred, hundred)).toEqual({ missing: 0, p50Ms: 50, p99Ms: 99 });
  });

  it('is that of the first time that something happened, and of nothing that was not expected', () => {
    const again = hundred.map(({ key }) => ({ key, at: addMs(dueAt, 60_000) }));
    const other = { key: 'other', at: addMs(dueAt, 60_000) };
    const happened = [...again, ...hundred, other, ...again];
    expect(tallyLateness(expectedHundred, happened)).toEqual({ missing: 0, p50Ms: 50, p99Ms: 99 });
  });

  it('counts what never happened as later than anything, and never as in time', () => {
    expect(tallyLateness(expectedHundred, hundred.slice(1))).toEqual({ missing: 1, p50Ms: 50, p99Ms: 99 });
    expect(tallyLateness(expectedHundred, hundred.slice(2))).toEqual({ missing: 2, p50Ms: 50, p99Ms: null });
  });
});

describe('the notices of the benchmark', () => {
  const opensAt = parseInstant('2026-11-25T08:30:00+08:00');
  const [homeStation] = homeStations;
  const cases = [{ caseNo: first, homeStation: homeStation as UnitCode }];
  const tellings = expectedTellings(cases, opensAt, benchNoticePolicy);

  it('are to reach the three people of the station and the supervisor above it', () => {
    expect(new Set(tellings.map(({ key }) => key)).size).toBe(4);
  });

  it('are due in the spread after the opening, to each person at a place of his own', () => {
    const { from, until } = benchNoticePolicy.spreadMinutes;
    const [begin, end] = [addMs(opensAt, from * 60_000), addMs(opensAt, until * 60_000)];
    expect(tellings.every(({ at }) => at >= begin && at < end)).toBe(true);
    expect(new Set(tellings.map(({ at }) => at)).size).toBe(4);
  });

  const tellAll = (lateMs: number) =>
    tellings.map(({ key, at }) => ({
      caseNo: first,
      destination: key.split(' ')[1] as DestinationKey,
      at: addMs(at, lateMs),
    }));

  it('are late by the time since that place, however late the rung was', () => {
    const fired = [{ caseNo: first, at: addMs(opensAt, 90_000) }];
    expect(resultOf({ cases, rungAt: opensAt, fired, told: tellAll(70_000) })).toEqual({
      ...{ rungs: 1, lost: 0, doubled: 0, rungLatenessP50Ms: 90_000, rungLatenessP99Ms: 90_000 },
      ...{ notices: 4, noticesLost: 0, latenessP50Ms: 70_000, latenessP99Ms: 70_000 },
    });
  });

  it('are lost where a rung that fired told nobody', () => {
    const fired = [{ caseNo: first, at: opensAt }];
    expect(resultOf({ cases, rungAt: opensAt, fired, told: tellAll(0).slice(1) })).toMatchObject({
      ...{ rungs: 1, lost: 0, notices: 4, noticesLost: 1, latenessP50Ms: 0, latenessP99Ms: null },
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
