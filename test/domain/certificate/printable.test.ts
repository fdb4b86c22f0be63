import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNeverPrintable, formatCodePoint } from '../../../domain/certificate/printable.ts';

describe('findNeverPrintable', () => {
  it.each([
    ['\u0000', 'U+0000', 'control'],
    ['\n', 'U+000A', 'control'],
    ['\u0085', 'U+0085', 'control'],
    ['\u200b', 'U+200B', 'invisible_format'],
    ['\u202e', 'U+202E', 'invisible_format'],
    ['\u3164', 'U+3164', 'invisible_format'],
    ['\ufeff', 'U+FEFF', 'invisible_format'],
    ['\u{e0041}', 'U+E0041', 'invisible_format'],
    ['\ud800', 'U+D800', 'lone_surrogate'],
    ['\udfff', 'U+DFFF', 'lone_surrogate'],
    ['\ue000', 'U+E000', 'private_use'],
    ['\uf8ff', 'U+F8FF', 'private_use'],
    ['\u{f0000}', 'U+F0000', 'private_use'],
    ['\u{10fffd}', 'U+10FFFD', 'private_use'],
    ['\ufe00', 'U+FE00', 'variation_selector'],
    ['\u{e01ef}', 'U+E01EF', 'variation_selector'],
    ['\ufdd0', 'U+FDD0', 'noncharacter'],
    ['\u{2ffff}', 'U+2FFFF', 'noncharacter'],
  ] as const)('%j: %s is %s', (character, codePoint, reason) => {
    expect(findNeverPrintable(`李${character}例`)).toEqual([{ codePoint, reason }]);
  });

  it('stops marks that are piled upon a letter, and not those that languages write', () => {
    for (const mark of ['\u0301', '\u0489', '\u20dd', '\ufe20']) {
      expect(findNeverPrintable(`证明${mark.repeat(60)}`)).toEqual([
        { codePoint: formatCodePoint(mark.codePointAt(0) ?? 0), reason: 'stacked_marks' },
      ]);
      expect(findNeverPrintable(`a${mark.repeat(4)}`)).toHaveLength(1);
      expect(findNeverPrintable(`a${mark.repeat(3)}b${mark.repeat(3)}`)).toEqual([]);
    }
    expect(findNeverPrintable('Nguye\u0302\u0303n lu\u0308\u0304')).toEqual([]);
  });

  it('lets everything pass that stands in names, compatibility ideographs too', () => {
    expect(findNeverPrintable('李·阿依古丽 A（）、，。㛃𬍛𮯰𰻝\u{2f800}\uf900\ufa29⼀')).toEqual([]);
  });

  it('never refuses an ideograph', () => {
    const blocks = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfad9],
      [0x20000, 0x2a6df],
      [0x2a700, 0x2ee5d],
      [0x2f800, 0x2fa1d],
      [0x30000, 0x323af],
    ] as const;
    const ideograph = fc.oneof(...blocks.map(([min, max]) => fc.integer({ min, max })));
    fc.assert(
      fc.property(ideograph, (codePoint) => {
        expect(findNeverPrintable(String.fromCodePoint(codePoint))).toEqual([]);
      }),
    );
  });

  it('names each code point once, in order of occurrence', () => {
    expect(findNeverPrintable('\ue001\u0007\ue001\u0007').map(({ codePoint }) => codePoint)).toEqual([
      'U+E001',
      'U+0007',
    ]);
  });
});

describe('formatCodePoint', () => {
  it.each([
    [0x41, 'U+0041'],
    [0x4e00, 'U+4E00'],
    [0x2a6d6, 'U+2A6D6'],
    [0x10fffd, 'U+10FFFD'],
  ])('%i is %s', (codePoint, text) => {
    expect(formatCodePoint(codePoint)).toBe(text);
  });
});
