import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkName } from '../../../domain/identity/name.ts';

const ideographs = fc
  .oneof(
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.integer({ min: 0x20000, max: 0x2a6df }),
    fc.constant(0xf92c),
  )
  .map((codePoint) => String.fromCodePoint(codePoint));
const parts = fc.array(ideographs, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
const dots = fc.constantFrom('\u00B7', '\u2022', '\u2027', '\u30FB', '\uFF65', '\u22C5', '\u2219');

describe('checkName', () => {
  it('changes nothing about a name that it has normalised before', () => {
    fc.assert(
      fc.property(parts, dots, parts, fc.constantFrom('', ' ', '\u3000'), (given, dot, family, space) => {
        const first = checkName(`${space}${given}${dot}${family}${space}`);
        expect(first.valid).toBe(true);
        if (first.valid) expect(checkName(first.name)).toEqual(first);
      }),
    );
  });

  it('never changes an ideograph, where Unicode normalisation would', () => {
    fc.assert(
      fc.property(fc.array(ideographs, { minLength: 2, maxLength: 50 }), (characters) => {
        const name = characters.join('');
        expect(checkName(name)).toEqual({ valid: true, name, codePoints: characters.length });
      }),
    );
    expect('\uF92C'.normalize('NFC')).not.toBe('\uF92C');
  });

  it('gives the reason of the first character that is wrong', () => {
    expect(checkName('张\uE000三A')).toEqual({ valid: false, reason: 'private_use' });
    expect(checkName('张A三\uE000')).toEqual({ valid: false, reason: 'not_han' });
    expect(checkName('张\uD800')).toEqual({ valid: false, reason: 'lone_surrogate' });
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(typeof checkName(text).valid).toBe('boolean');
      }),
    );
  });
});
