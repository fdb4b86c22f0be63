import { describe, expect, it } from 'vitest';
import { isMatterCode, matterCodes, matters } from '../../../domain/matters/catalogue.ts';
import { findNeverCertified, neverCertified } from '../../../domain/matters/never-certified.ts';

describe('the catalogue of matters', () => {
  it('lets Annex 2 serve the registered address only', () => {
    expect(matterCodes.filter((code) => matters[code].annex2Possible)).toEqual(['REGISTRATION']);
  });

  it('asks two persons for kinship, cancellation and a changed number', () => {
    const two = matterCodes.filter((code) => matters[code].twoPersons);
    expect(two).toEqual(['ID_NUMBER_CHANGE', 'KINSHIP', 'CANCELLATION']);
  });

  it('shares no code with what is never certified', () => {
    expect(Object.keys(neverCertified).filter(isMatterCode)).toEqual([]);
  });

  it('does not take a property of every object for a code', () => {
    expect(isMatterCode('toString')).toBe(false);
    expect(findNeverCertified('constructor')).toBeUndefined();
    expect(findNeverCertified('MARITAL_STATUS')?.office).toContain('民政');
  });
});
