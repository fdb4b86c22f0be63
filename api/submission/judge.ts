import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import { evaluate } from '../../domain/eligibility/evaluate.ts';
import type { Advice, Fault } from '../../domain/eligibility/finding.ts';
import type { EligibilityContext } from '../../domain/eligibility/rule.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { checkName } from '../../domain/identity/name.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { NoteFinding } from '../audit/findings.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';

// Somebody with another's document leaves a trace, whether or not a refusal is written (S25).
const mismatch = 'person_does_not_match';

export interface Judgement {
  /** What the rules have against it. */
  readonly faults: readonly Fault[];
  /** What the officer should still look at; nothing hangs on it. */
  readonly advice: readonly Advice[];
}

/**
 * Judges an application by its form and by all rules of eligibility together.
 * @throws {Problem} 422 for faults of form, with those of eligibility beside them.
 */
export function judgeApplication(
  application: SubmittedApplication,
  formFaults: readonly FieldFault[],
  context: EligibilityContext,
  note: NoteFinding,
): Judgement {
  const { faults, warnings, hints } = evaluate(application, context);
  if (faults.some(({ code }) => code === mismatch)) note(mismatch);
  if (formFaults.length > 0) {
    const others = faults.filter(
      ({ pointer }) => !formFaults.some((fault) => isAtOrBelow(pointer, fault.pointer)),
    );
    throw new Problem('validation_failed', { errors: [...formFaults, ...fieldFaultsOf(others)] });
  }
  return { faults, advice: [...warnings, ...hints] };
}

/** What the rules have against an application, as an answer tells it. */
export function fieldFaultsOf(faults: readonly Fault[]): FieldFault[] {
  return faults.map(({ pointer, code, message, basis }) => ({ pointer, code, message, basis }));
}

/** A rule that judges what could not be read only repeats that it could not be read. */
function isAtOrBelow(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

/** The application with names, numbers and the telephone number as the register and the network write them. */
export function normalised(application: SubmittedApplication, asOf: PlainDate): SubmittedApplication {
  const { applicant, guardian, agent } = application;
  return {
    ...application,
    applicant: {
      ...applicant,
      ...person(applicant, asOf),
      telephone: applicant.telephone.replace(/\s/g, ''),
    },
    ...(guardian === undefined ? {} : { guardian: { ...guardian, ...person(guardian, asOf) } }),
    ...(agent === undefined ? {} : { agent: { ...agent, ...person(agent, asOf) } }),
  };
}

function person(given: { readonly name: string; readonly idNumber: string }, asOf: PlainDate) {
  const name = checkName(given.name);
  const idNumber = checkIdNumber(given.idNumber, asOf);
  if (!name.valid || !idNumber.valid) throw new Error('only what the rules let pass is normalised');
  return { name: name.name, idNumber: idNumber.idNumber };
}
