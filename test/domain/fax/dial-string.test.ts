import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialStringOf } from '../../../domain/fax/dial-string.ts';

describe('a number that is dialled', () => {
  it.each([
    ['0851-2888 0001', '085128880001'],
    ['（0851）28880001', '085128880001'],
    ['+86 851 28880001', '+8685128880001'],
    ['55501', '55501'],
  ])('%s is %s', (text, dialString) => {
    expect(dialStringOf(text)).toBe(dialString);
  });

  it.each([
    '',
    '110',
    '0851-28880001转8',
    '2888#1',
    'lily@28880001',
    '1-800-POLICE',
    '++8628880001',
    '12345;rm',
  ])('%j is none', (text) => {
    expect(dialStringOf(text)).toBeNull();
  });

  it('holds nothing but digits and a plus in front, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', '9', '+', '-', '#', ' ', '@', '(', 'a', ';') }),
        (text) => {
          expect(dialStringOf(text) ?? '12345').toMatch(/^\+?\d+$/);
        },
      ),
    );
  });
});
