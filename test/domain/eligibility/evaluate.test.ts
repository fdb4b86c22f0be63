import { describe, expect, it } from 'vitest';
import type { Application } from '../../../domain/application/application.ts';
import { formatCaseNo } from '../../../domain/certificate/numbers.ts';
import { evaluate, rules } from '../../../domain/eligibility/evaluate.ts';
import { ruleIds } from '../../../domain/eligibility/finding.ts';
import { unitCode } from '../units/units.ts';
import { childIdNumber, context, faultsOf, rightApplication } from './applications.ts';

const { applicant, identityDocument, told } = rightApplication;

describe('evaluate', () => {
  it('finds nothing wrong with a right application', () => {
    expect(evaluate(rightApplication, context)).toEqual({
      verdict: 'eligible',
      faults: [],
      warnings: [],
      hints: [],
    });
  });

  it('has every rule once, in order', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleIds);
  });

  it.each<[string, Partial<Application>, string]>([
    ['a wrong name', { applicant: { ...applicant, name: '张 三' } }, 'E1 name_inner_space /applicant/name'],
    [
      'a wrong number',
      { applicant: { ...applicant, idNumber: '330102199602291172' } },
      'E1 id_number_checksum /applicant/idNumber',
    ],
    [
      'a number of another register',
      { applicant: { ...applicant, idNumber: '810000197805122535' } },
      'E1 id_number_not_mainland_register /applicant/idNumber',
    ],
    ['an unknown home station', { homeStation: unitCode('99') }, 'E2 home_station_unknown /homeStation'],
    [
      'a city as home station',
      { homeStation: unitCode('5201') },
      'E2 home_station_not_a_station /homeStation',
    ],
    [
      'a home station in the same province',
      { homeStation: context.acceptingStation },
      'E2 same_province /homeStation',
    ],
    ['no reason for living there', { residenceReasons: [] }, 'E3 residence_reason_missing /residenceReasons'],
    [
      'no reason about the booklet',
      { bookletReason: { kind: 'other', statement: ' ' } },
      'E4 booklet_statement_missing /bookletReason/statement',
    ],
    ['no matter', { matters: [] }, 'E5 matter_missing /matters'],
    [
      'a matter that is in no catalogue',
      { matters: [{ code: 'REGISTRATION' }, { code: 'toString' }] },
      'E5 matter_not_in_catalogue /matters/1/code',
    ],
    [
      'a matter of another office',
      { matters: [{ code: 'NO_CRIMINAL_RECORD' }] },
      'E5 matter_never_certified /matters/0/code',
    ],
    [
      'kinship with nobody',
      { matters: [{ code: 'KINSHIP' }] },
      'E5 matter_details_missing /matters/0/details',
    ],
    [
      'a matter twice',
      { matters: [{ code: 'MIGRATION' }, { code: 'MIGRATION' }] },
      'E5 matter_repeated /matters/1/code',
    ],
    [
      'a document that nobody checked',
      { identityDocument: { ...identityDocument, checkedInPerson: null } },
      'E6 identity_document_not_checked /identityDocument/checkedInPerson',
    ],
    [
      'a document that ended yesterday',
      { identityDocument: { ...identityDocument, validUntil: '2026-11-24' } },
      'E6 identity_document_expired /identityDocument/validUntil',
    ],
    [
      'a validity that is no date',
      { identityDocument: { ...identityDocument, validUntil: '长期' } },
      'E6 identity_document_date_unreadable /identityDocument/validUntil',
    ],
    ['no consent', { agreed: false }, 'E7 not_agreed /agreed'],
    [
      'an agent',
      {
        agent: { name: '李梅', idNumber: applicant.idNumber, identityDocument, letterOfAuthority: '委托书' },
      },
      'E9 agent_not_allowed /agent',
    ],
    [
      'a child alone',
      { applicant: { ...applicant, idNumber: childIdNumber } },
      'E9 guardian_missing /guardian',
    ],
    [
      'a guardian of whom nobody knows who it is',
      { guardian: { name: '李梅', idNumber: applicant.idNumber, relation: '', proof: '出生医学证明' } },
      'E9 guardian_relation_missing /guardian/relation',
    ],
    [
      'no telephone',
      { applicant: { ...applicant, telephone: '' } },
      'F1 telephone_missing /applicant/telephone',
    ],
    [
      'half a telephone number',
      { applicant: { ...applicant, telephone: '1380000' } },
      'F1 telephone_unreadable /applicant/telephone',
    ],
    [
      'no residence address',
      { applicant: { ...applicant, residenceAddress: '　' } },
      'F1 residence_address_missing /applicant/residenceAddress',
    ],
    ['no undertaking', { undertakingSigned: false }, 'F1 undertaking_not_signed /undertakingSigned'],
  ])('refuses %s, for that alone', (_title, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });

  it('names each thing that the applicant was not told', () => {
    const nothing = { crossProvinceService: false, fiveWorkingDays: false, mismatchMeansHomeStation: false };
    expect(faultsOf({ told: nothing })).toEqual(Object.keys(told).map((item) => `E7 not_told /told/${item}`));
  });

  it('returns all faults together, each with a Chinese sentence, its basis and a pointer into the application', () => {
    const wrong: Application = {
      ...rightApplication,
      applicant: { name: '', idNumber: '', telephone: '', residenceAddress: '' },
      residenceReasons: [],
      agreed: false,
      undertakingSigned: false,
    };
    const { verdict, faults } = evaluate(wrong, context);
    expect(verdict).toBe('ineligible');
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(['E1', 'E3', 'E7', 'F1']));
    for (const { message, basis, pointer } of faults) {
      expect(message).toMatch(/\p{Script=Han}.*。$/u);
      expect(basis).not.toBe('');
      const value = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], wrong);
      expect(value).toBeDefined();
    }
  });

  it('accepts a document on its last day and one that is valid for ever', () => {
    expect(faultsOf({ identityDocument: { ...identityDocument, validUntil: '2026-11-25' } })).toEqual([]);
    expect(faultsOf({ identityDocument: { ...identityDocument, validUntil: 'long_term' } })).toEqual([]);
  });
});

describe('verdicts', () => {
  it('asks the officer about an open case of the same matter until there is a verdict with a reason', () => {
    const openCase = formatCaseNo(context.acceptingStation, context.today, 1);
    const open = { openCasesOfSameMatter: { inScope: [openCase], elsewhere: 'none' } } as const;
    const question = ['E8 open_case_of_same_matter /matters'];
    expect(faultsOf({}, open)).toEqual(question);
    expect(evaluate(rightApplication, { ...context, ...open }).faults[0]?.message).toContain(openCase);
    expect(faultsOf({}, { ...open, duplicateVerdict: { goOn: true, reason: ' ' } })).toEqual(question);
    expect(faultsOf({}, { ...open, duplicateVerdict: { goOn: true, reason: '前件材料遗失' } })).toEqual([]);
  });

  it('asks about one elsewhere without its number, and says how the officer finds out', () => {
    const here = formatCaseNo(context.acceptingStation, context.today, 1);
    const messageOf = (inScope: readonly (typeof here)[]) =>
      evaluate(rightApplication, {
        ...context,
        openCasesOfSameMatter: { inScope, elsewhere: 'some' },
      }).faults[0]?.message;
    expect(messageOf([])).toMatch(/其他公安机关.*受理回执.*核实；确需继续受理的，应写明理由。$/);
    expect(messageOf([])).not.toMatch(/\d/);
    expect(messageOf([here])).toMatch(new RegExp(`${here}.*其他公安机关`));
  });
});

describe('advice', () => {
  it('warns of an unknown division and stays eligible', () => {
    const { verdict, warnings } = evaluate(rightApplication, { ...context, divisions: new Set() });
    expect(verdict).toBe('eligible');
    expect(warnings).toMatchObject([{ code: 'id_number_unknown_division', pointer: '/applicant/idNumber' }]);
  });
});
