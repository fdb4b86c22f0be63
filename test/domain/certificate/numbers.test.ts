import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacterOf,
  checkNumber,
  formatCaseNo,
  isCaseNo,
  maxSequence,
} from '../../../domain/certificate/numbers.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const characters = fc.constantFrom(...alphabet);
const units = fc.string({ unit: characters, minLength: 12, maxLength: 12 }).map(parseUnitCode);
const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(parsePlainDate('2021-12-01'), days));
const sequences = fc.integer({ min: 1, max: maxSequence });
const numbers = fc
  .tuple(units, dates, sequences)
  .map(([unit, date, sequence]) => formatCaseNo(unit, date, sequence));
const positions = fc.integer({ min: 0, max: 24 });

describe('check characters', () => {
  it.each([
    ['A12425GABC1234002', 'M'],
    ['000000003A8D0000', 'Z'],
  ])('agrees with published numbers', (body, check) => {
    expect(checkCharacterOf(body)).toBe(check);
  });

  it('refuses characters that no number has', () => {
    expect(() => checkCharacterOf('52010a')).toThrow(RangeError);
  });
});

describe('case and certificate numbers', () => {
  it('are unit, date, sequence and check character', () => {
    const caseNo = formatCaseNo(parseUnitCode('310110110001'), parsePlainDate('2026-11-25'), 7);
    expect(caseNo).toMatch(/^3101101100012026112500007[0-9A-Z]$/);
    expect(isCaseNo(caseNo)).toBe(true);
  });

  it('read back as what they were made of', () => {
    fc.assert(
      fc.property(units, dates, sequences, (unit, date, sequence) => {
        expect(checkNumber(formatCaseNo(unit, date, sequence))).toEqual({
          valid: true,
          unit,
          date,
          sequence,
        });
      }),
    );
  });

  it.each([0, 100_000, 1.5])('have no sequence %s', (sequence) => {
    const unit = parseUnitCode('310110110001');
    expect(() => formatCaseNo(unit, parsePlainDate('2026-11-25'), sequence)).toThrow(RangeError);
  });

  it('detect every single mistyped character', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 25 }), characters, (number, at, character) => {
        fc.pre(number[at] !== character);
        expect(isCaseNo(number.slice(0, at) + character + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('detect an adjacent transposition unless it is of two neighbours of the alphabet', () => {
    fc.assert(
      fc.property(numbers, positions, (number, at) => {
        const [one, other] = [number.charAt(at), number.charAt(at + 1)];
        const distance = Math.abs(alphabet.indexOf(one) - alphabet.indexOf(other));
        fc.pre(distance > 1 && distance < alphabet.length - 1);
        expect(isCaseNo(number.slice(0, at) + other + one + number.slice(at + 2))).toBe(false);
      }),
    );
  });

  it('miss no more transpositions than ISO 7064 MOD 37,36 does: one neighbouring pair for each state', () => {
    let missed = 0;
    // A first character sets each of the 36 states.
    for (const first of alphabet) {
      for (const [index, one] of alphabet.entries()) {
        for (const other of alphabet.slice(index + 1)) {
          if (checkCharacterOf(first + one + other) === checkCharacterOf(first + other + one)) missed += 1;
        }
      }
    }
    expect(missed).toBe(36);
  });
});
