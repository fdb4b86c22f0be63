import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, partText } from '../../../domain/papers/continuation.ts';

const paragraph = fc
  .array(fc.constantFrom('李', '𰻝', '，', '。', '1', '䶮'), { minLength: 1, maxLength: 200 })
  .map((characters) => characters.join(''));
const text = fc.array(paragraph, { maxLength: 6 });

describe('partText', () => {
  it('loses, adds and breaks no character, and keeps to its limit', () => {
    fc.assert(
      fc.property(text, fc.nat(800), (paragraphs, atMost) => {
        const { head, rest, cut } = partText(paragraphs, atMost);
        expect(lengthOf(head)).toBeLessThanOrEqual(atMost);
        expect([...head, ...rest].join('')).toBe(paragraphs.join(''));
        const rejoined =
          cut === 'within_paragraph'
            ? [...head.slice(0, -1), `${head.at(-1) ?? ''}${rest[0] ?? ''}`, ...rest.slice(1)]
            : [...head, ...rest];
        expect(rejoined).toEqual(paragraphs);
      }),
    );
  });

  it('cuts behind a full stop if one is near, else behind a comma, else where it must', () => {
    expect(partText(['甲乙丙。丁，戊己'], 7).head).toEqual(['甲乙丙。']);
    expect(partText(['甲乙丙，丁戊己'], 6).head).toEqual(['甲乙丙，']);
    expect(partText(['甲乙丙丁戊己'], 4).head).toEqual(['甲乙丙丁']);
  });
});
