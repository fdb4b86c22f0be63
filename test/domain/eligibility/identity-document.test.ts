import { describe, expect, it } from 'vitest';
import type { IdentityDocument } from '../../../domain/application/application.ts';
import type { EligibilityContext } from '../../../domain/eligibility/rule.ts';
import { context, faultsOf, rightApplication } from './applications.ts';

const ofDocument = (change: Partial<IdentityDocument>, contextChanges: Partial<EligibilityContext> = {}) =>
  faultsOf({ identityDocument: { ...rightApplication.identityDocument, ...change } }, contextChanges);

const twoOfficers = { policy: { ...context.policy, manualCheckNeedsSecondOfficer: true } };

describe('E6 the identity document', () => {
  it('S24 holds through its last day and not a day longer', () => {
    expect(ofDocument({ validUntil: context.today })).toEqual([]);
    expect(ofDocument({ validUntil: 'long_term' })).toEqual([]);
    expect(ofDocument({ validUntil: '2026-10-31' })).toEqual([
      'E6 identity_document_expired /identityDocument/validUntil',
    ]);
  });

  it('S25 must be the person’s own', () => {
    expect(ofDocument({ comparison: 'does_not_match' })).toEqual([
      'E6 person_does_not_match /identityDocument/comparison',
    ]);
    expect(ofDocument({ comparison: null })).toEqual(['E6 person_not_compared /identityDocument/comparison']);
  });

  it('S25 goes on against the comparison with a second officer and a reason, not with less', () => {
    const override = (officerId: string, reason?: string) =>
      ofDocument({
        comparison: 'does_not_match',
        secondCheck: { officerId, ...(reason === undefined ? {} : { reason }) },
      });
    expect(override('officer-2', '近期手术，面容有变，经询问家庭情况核实为本人')).toEqual([]);
    expect(override('officer-2')).toEqual([
      'E6 override_reason_missing /identityDocument/secondCheck/reason',
    ]);
    expect(override('officer-2', '　')).toEqual([
      'E6 override_reason_missing /identityDocument/secondCheck/reason',
    ]);
    for (const nobodyElse of ['officer-1', ' officer-1 ', '']) {
      expect(override(nobodyElse, '核实为本人')).toEqual([
        'E6 second_officer_not_another /identityDocument/secondCheck/officerId',
      ]);
    }
  });

  it('S26 may be a temporary card, which has no chip: it is checked by eye', () => {
    const card = { kind: 'temporary_identity_card', validUntil: '2026-12-31' } as const;
    expect(ofDocument({ ...card, checkedInPerson: 'visual' })).toEqual([]);
    expect(ofDocument({ ...card, checkedInPerson: 'chip_reader' })).toEqual([
      'E6 temporary_card_has_no_chip /identityDocument/checkedInPerson',
    ]);
  });

  it('S26 is checked by two where the province asks for it, by eye alone', () => {
    expect(ofDocument({ checkedInPerson: 'chip_reader' }, twoOfficers)).toEqual([]);
    expect(ofDocument({ checkedInPerson: 'visual' }, twoOfficers)).toEqual([
      'E6 second_officer_missing /identityDocument/secondCheck',
    ]);
    const secondCheck = { officerId: 'officer-2' };
    expect(ofDocument({ checkedInPerson: 'visual', secondCheck }, twoOfficers)).toEqual([]);
    expect(
      ofDocument({ checkedInPerson: 'visual', secondCheck: { officerId: 'officer-1' } }, twoOfficers),
    ).toEqual(['E6 second_officer_not_another /identityDocument/secondCheck/officerId']);
  });
});
