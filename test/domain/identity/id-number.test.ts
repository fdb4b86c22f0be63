import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdNumber, idNumberCheckCharacterOf } from '../../../domain/identity/id-number.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';

const asOf = parsePlainDate('2026-11-25');
const sample = '11010519491231002X';

/** Invented numbers with right check characters, born 1880–2026. */
const numbers = fc
  .tuple(fc.integer({ min: 0, max: 53_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([days, order]) => {
    const birth = addDays(parsePlainDate('1880-01-01'), days).replaceAll('-', '');
    const digits = `520103${birth}${String(order).padStart(3, '0')}`;
    return digits + idNumberCheckCharacterOf(digits);
  });

describe('checkIdNumber', () => {
  it('reads birth date and sex from the sample number of the standard', () => {
    expect(checkIdNumber(sample, asOf)).toEqual({
      valid: true,
      idNumber: sample,
      birthDate: '1949-12-31',
      sex: 'F',
      warnings: [],
    });
  });

  it('looks prefixes up only when it is given a table', () => {
    expect(checkIdNumber(sample, asOf, new Set())).toMatchObject({
      valid: true,
      warnings: ['unknown_division'],
    });
    expect(checkIdNumber(sample, asOf, new Set(['110105']))).toMatchObject({ warnings: [] });
  });

  it('accepts what the check character makes right and nothing else', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...'0123456789X'.split('')), (number, character) => {
        const valid = checkIdNumber(number.slice(0, 17) + character, asOf).valid;
        expect(valid).toBe(character === number.at(17));
      }),
    );
  });

  it('detects every single wrong digit of the order number', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 14, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, shift) => {
          const wrong = String((Number(number[at]) + shift) % 10);
          const changed = number.slice(0, at) + wrong + number.slice(at + 1);
          expect(checkIdNumber(changed, asOf)).toEqual({ valid: false, reason: 'checksum' });
        },
      ),
    );
  });

  it('reads a number it has normalised as the same number', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const check = checkIdNumber(` ${number.slice(0, 6)}　${number.slice(6).toLowerCase()}`, asOf);
        expect(check).toMatchObject({ valid: true, idNumber: number });
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(typeof checkIdNumber(text, asOf).valid).toBe('boolean');
      }),
    );
  });
});
