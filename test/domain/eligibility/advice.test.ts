import { describe, expect, it } from 'vitest';
import { formatCaseNo } from '../../../domain/certificate/numbers.ts';
import { evaluate } from '../../../domain/eligibility/evaluate.ts';
import type { EligibilityContext } from '../../../domain/eligibility/rule.ts';
import { idNumberCheckCharacterOf } from '../../../domain/identity/id-number.ts';
import { context, rightApplication } from './applications.ts';

const judge = (change: Partial<typeof rightApplication>, contextChange: Partial<EligibilityContext> = {}) =>
  evaluate({ ...rightApplication, ...change }, { ...context, ...contextChange });

describe('what the officer is told of an application that is right', () => {
  it('S29 the other open cases of the person', () => {
    const [same, other] = [1, 2].map((n) => formatCaseNo(context.acceptingStation, context.today, n));
    if (same === undefined || other === undefined) throw new Error('two numbers');
    const { verdict, warnings } = judge({}, { otherOpenCases: { inScope: [other], elsewhere: 'none' } });
    expect(verdict).toBe('eligible');
    expect(warnings).toMatchObject([{ code: 'related_open_cases', related: [other] }]);
    expect(warnings[0]?.message).toContain(other);
    const goesOn = {
      openCasesOfSameMatter: { inScope: [same], elsewhere: 'some' },
      otherOpenCases: { inScope: [other], elsewhere: 'none' },
      duplicateVerdict: { goOn: true, reason: '前件材料遗失' },
    } as const;
    expect(judge({}, goesOn).warnings).toMatchObject([
      { related: [same, other], message: expect.stringContaining('其他公安机关') as string },
    ]);
  });

  it('S48 that the division of the number has ended, with its name as history', () => {
    const digits = '33010319900307421';
    const idNumber = digits + idNumberCheckCharacterOf(digits);
    const { verdict, warnings } = judge({ applicant: { ...rightApplication.applicant, idNumber } });
    expect(verdict).toBe('eligible');
    expect(warnings).toMatchObject([{ code: 'id_number_ended_division', pointer: '/applicant/idNumber' }]);
    expect(warnings[0]?.message).toContain('下城区');
    expect(warnings[0]?.message).not.toContain(idNumber);
  });

  it.each([
    ['办理结婚登记', 1],
    ['离婚', 1],
    ['入学', 0],
  ])('S53 of %s: %i hint that the booklet is not needed', (purpose, hints) => {
    const eligibility = judge({ purpose });
    expect(eligibility.verdict).toBe('eligible');
    expect(eligibility.hints).toHaveLength(hints);
  });
});
