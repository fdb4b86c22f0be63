import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../domain/papers/paper.ts';
import {
  chineseDate,
  chineseDateTime,
  chineseDueTime,
  choicesOf,
  paragraphsOf,
} from '../../../domain/papers/wording.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';

describe('chineseDate', () => {
  it.each([
    ['2026-03-05', '2026年3月5日'],
    ['2026-10-20', '2026年10月20日'],
    ['2027-12-01', '2027年12月1日'],
  ])('%s is %s', (date, text) => {
    expect(chineseDate(parsePlainDate(date))).toBe(text);
  });
});

it('a point in time is written to the minute, by the clock of Beijing', () => {
  expect(chineseDateTime(parseInstant('2026-03-04T16:05:59Z'))).toBe('2026年3月5日00:05');
});

it.each([
  ['2026-03-05T17:30:00.000+08:00', '2026年3月5日17:30'],
  ['2026-03-05T23:59:59.999+08:00', '2026年3月5日24:00'],
])('a term that ends at %s ends at %s', (dueAt, text) => {
  expect(chineseDueTime(parseInstant(dueAt))).toBe(text);
});

it('paragraphs are separated by line feeds, empty ones left out', () => {
  expect(paragraphsOf('一\n\n二\n')).toEqual(['一', '二']);
});

it('all choices of a form are shown, the made ones ticked', () => {
  expect(choicesOf<'a' | 'b'>({ a: '甲', b: '乙' }, ['b'])).toEqual([
    { label: '甲', ticked: false },
    { label: '乙', ticked: true },
  ]);
});

it('textsOf finds every text, however deep', () => {
  const fields = { a: '一', b: ['二', { c: '三', d: null }], e: { f: { g: '四' } }, h: 5, i: true };
  expect(textsOf(fields)).toEqual(['一', '二', '三', '四']);
});
