import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printedCodeFrom,
  printedCodeLength,
  showPrintedCode,
  typedCode,
  typedNumber,
} from '../../../domain/inquiry/printed-code.ts';

const bytes = fc.uint8Array({ minLength: printedCodeLength, maxLength: printedCodeLength });

describe('a printed code', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, (chance) => {
        const code = printedCodeFrom(chance);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        const shown = showPrintedCode(code);
        const asMistaken = shown.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
        const fullWidth = Array.from(code, (character) =>
          String.fromCharCode(character.charCodeAt(0) + 0xfee0),
        ).join('　');
        for (const typed of [shown, asMistaken, fullWidth, ` ${shown.replace('-', '–')} `]) {
          expect(typedCode(typed)).toBe(code);
        }
      }),
    );
  });

  it('has every character as often as any other', () => {
    const all = Array.from({ length: 256 / printedCodeLength }, (_, row) =>
      printedCodeFrom(
        Uint8Array.from({ length: printedCodeLength }, (__, column) => row * printedCodeLength + column),
      ),
    ).join('');
    const counts = new Map<string, number>();
    for (const character of all) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });
});

it('a number keeps its letters: it has an O where a code has none', () => {
  expect(typedNumber('4401 0699 oo00-2026')).toBe('44010699OO002026');
});
