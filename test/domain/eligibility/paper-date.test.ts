import { describe, expect, it } from 'vitest';
import { context, faultsOf, rightApplication } from './applications.ts';

describe('F2 a paper case that is entered later', () => {
  it.each([
    ['2021-11-20', ['F2 paper_date_before_procedure /acceptedOnPaper']],
    ['2021-11-30', ['F2 paper_date_before_procedure /acceptedOnPaper']],
    ['2021-12-01', []],
    [context.today, []],
    ['2026-11-26', ['F2 paper_date_in_future /acceptedOnPaper']],
    ['2026-02-30', ['F2 paper_date_unreadable /acceptedOnPaper']],
    ['去年', ['F2 paper_date_unreadable /acceptedOnPaper']],
  ])('S44 of %s: %j', (acceptedOnPaper, expected) => {
    expect(faultsOf({ acceptedOnPaper })).toEqual(expected);
  });

  it('is judged by the day on which the applicant stood at the counter', () => {
    const identityDocument = { ...rightApplication.identityDocument, validUntil: '2026-10-31' };
    expect(faultsOf({ identityDocument, acceptedOnPaper: '2026-10-31' })).toEqual([]);
    expect(faultsOf({ identityDocument, acceptedOnPaper: '2026-11-02' })).toEqual([
      'E6 identity_document_expired /identityDocument/validUntil',
    ]);
  });
});
