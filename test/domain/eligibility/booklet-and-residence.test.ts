import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../domain/eligibility/evaluate.ts';
import { context, faultsOf, rightApplication } from './applications.ts';

describe('E4 why the booklet cannot be had', () => {
  it('S21 is no reason when the applicant shows the booklet', () => {
    const { faults } = evaluate({ ...rightApplication, bookletReason: { kind: 'at_hand' } }, context);
    expect(faults).toMatchObject([{ rule: 'E4', code: 'booklet_at_hand', pointer: '/bookletReason/kind' }]);
    expect(faults[0]?.basis).toContain('公通字〔2016〕21号');
    expect(faults[0]?.message).toContain('凭户口簿即可');
  });
});

describe('E3 why the applicant lives there', () => {
  it('S22 refuses whoever only passes through, and asks for no paper from anybody else', () => {
    expect(faultsOf({ residenceReasons: [] })).toEqual(['E3 residence_reason_missing /residenceReasons']);
    for (const reason of ['employment', 'schooling', 'residence'] as const) {
      expect(faultsOf({ residenceReasons: [reason] })).toEqual([]);
    }
  });
});
