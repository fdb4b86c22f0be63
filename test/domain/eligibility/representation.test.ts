import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../domain/application/application.ts';
import { childIdNumber, context, faultsOf, rightApplication } from './applications.ts';

const { applicant, identityDocument } = rightApplication;

describe('E9 a guardian', () => {
  const child = { ...applicant, idNumber: childIdNumber };
  const guardian = {
    name: '李梅',
    idNumber: applicant.idNumber,
    relation: '母亲',
    proof: '出生医学证明 K310000001',
  };

  it('S27 applies for a child, and what shows that she may is recorded', () => {
    expect(faultsOf({ applicant: child, guardian })).toEqual([]);
    expect(faultsOf({ applicant: child, guardian: { ...guardian, proof: ' ' } })).toEqual([
      'E9 guardian_proof_missing /guardian/proof',
    ]);
    expect(faultsOf({ applicant: child, guardian: { ...guardian, idNumber: '1' } })).toEqual([
      'E9 id_number_length /guardian/idNumber',
    ]);
    expect(faultsOf({ applicant: child })).toEqual(['E9 guardian_missing /guardian']);
  });
});

describe('E9 an agent', () => {
  const allowed = { policy: { ...context.policy, agentsAllowed: true } };
  // Nobody was compared with the applicant's document: he is not there.
  const brought = { ...identityDocument, comparison: null };
  const agent: Agent = {
    name: '李梅',
    idNumber: applicant.idNumber,
    identityDocument,
    letterOfAuthority: '2026年11月20日授权委托书，代办姓名变更证明',
  };

  it('S28 is refused unless the province allows it', () => {
    expect(faultsOf({ agent, identityDocument: brought })).toEqual(['E9 agent_not_allowed /agent']);
    expect(faultsOf({ agent, identityDocument: brought }, allowed)).toEqual([]);
  });

  it('S28 shows both documents and the letter', () => {
    const unfit: Agent = {
      ...agent,
      name: '李',
      identityDocument: { ...identityDocument, validUntil: '2026-10-31', comparison: null },
      letterOfAuthority: '',
    };
    expect(faultsOf({ agent: unfit, identityDocument: brought }, allowed)).toEqual([
      'E9 name_too_short /agent/name',
      'E9 person_not_compared /agent/identityDocument/comparison',
      'E9 identity_document_expired /agent/identityDocument/validUntil',
      'E9 letter_of_authority_missing /agent/letterOfAuthority',
    ]);
    const unchecked = { ...brought, checkedInPerson: null };
    expect(faultsOf({ agent, identityDocument: unchecked }, allowed)).toEqual([
      'E6 identity_document_not_checked /identityDocument/checkedInPerson',
    ]);
  });
});
