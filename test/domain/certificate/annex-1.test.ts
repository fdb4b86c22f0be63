import { describe, expect, it } from 'vitest';
import type { Annex1View } from '../../../domain/certificate/annex-1.ts';
import { annex1Texts, chineseDate, paragraphsOf } from '../../../domain/certificate/annex-1.ts';
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

describe('paragraphsOf', () => {
  it('separates at line feeds and leaves out empty paragraphs', () => {
    expect(paragraphsOf('一\n\n二\n')).toEqual(['一', '二']);
  });
});

describe('annex1Texts', () => {
  it('names every text of the view that is printed', () => {
    const view = {
      applicantName: 'a',
      idNumber: 'b',
      matterText: 'c\nd',
      homeStationName: 'e',
      certificateText: 'f\ng',
      issuingUnitName: 'h',
      certificateNo: 'i',
      issuedOn: parsePlainDate('2026-03-05'),
    } satisfies Annex1View;
    expect(annex1Texts(view).join('')).toBe('abcdefghi');
  });
});
