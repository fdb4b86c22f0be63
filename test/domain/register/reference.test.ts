import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRegisterReference, isRegisterReference } from '../../../domain/register/reference.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';

const date = parsePlainDate('2026-11-25');

describe('the reference of a register query', () => {
  it('is the date and a number with a check character', () => {
    const reference = formatRegisterReference(date, 42);
    expect(reference).toMatch(/^Q20261125000000042[0-9A-Z]$/);
    expect(isRegisterReference(reference)).toBe(true);
  });

  it('detects every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, step) => {
          const right = formatRegisterReference(date, number);
          const wrong = (Number(right.charAt(place)) + step) % 10;
          expect(isRegisterReference(`${right.slice(0, place)}${wrong}${right.slice(place + 1)}`)).toBe(
            false,
          );
        },
      ),
    );
  });

  it('has room for numbers from 1 to 999999999', () => {
    for (const number of [0, -1, 1.5, 1_000_000_000, Number.NaN]) {
      expect(() => formatRegisterReference(date, number)).toThrow(RangeError);
    }
    expect(isRegisterReference('电话查询')).toBe(false);
  });
});
