import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { hintsOf, warningsOf } from '../../domain/eligibility/advice.ts';
import { evaluate } from '../../domain/eligibility/evaluate.ts';
import type { Advice } from '../../domain/eligibility/finding.ts';
import type { EligibilityContext } from '../../domain/eligibility/rule.ts';
import { defaultEligibilityPolicy } from '../../domain/eligibility/rule.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { checkName } from '../../domain/identity/name.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';

export interface Judging {
  readonly asOf: PlainDate;
  readonly acceptingStation: UnitCode;
  readonly tree: UnitTree;
  readonly divisions: ReadonlySet<string>;
  readonly openCasesOfSameMatter: readonly CaseNo[];
}

/**
 * Judges an application by its form and by all rules of eligibility together.
 * @throws {Problem} 422 with everything that is wrong, so that the applicant comes once more at most.
 */
export function judgeApplication(
  application: SubmittedApplication,
  formFaults: readonly FieldFault[],
  judging: Judging,
): void {
  const { faults } = evaluate(application, contextOf(application, judging));
  const ruleFaults = faults
    .filter(({ pointer }) => !formFaults.some((fault) => isAtOrBelow(pointer, fault.pointer)))
    .map(({ pointer, code, message, basis }): FieldFault => ({ pointer, code, message, basis }));
  const errors = [...formFaults, ...ruleFaults];
  if (formFaults.length > 0) throw new Problem('validation_failed', { errors });
  if (ruleFaults.length > 0) throw new Problem('application_not_eligible', { errors });
}

/** What the officer should still look at; nothing hangs on it. */
export function adviceFor(application: SubmittedApplication, judging: Judging): Advice[] {
  return [...warningsOf(application, contextOf(application, judging)), ...hintsOf(application)];
}

function contextOf({ openCaseVerdict: verdict }: SubmittedApplication, judging: Judging): EligibilityContext {
  return {
    ...judging,
    policy: defaultEligibilityPolicy,
    ...(verdict === undefined ? {} : { duplicateVerdict: { goOn: true, reason: verdict.reason } }),
  };
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
    ...(agent === undefined ? {} : { agent: person(agent, asOf) }),
  };
}

function person(given: { readonly name: string; readonly idNumber: string }, asOf: PlainDate) {
  const name = checkName(given.name);
  const idNumber = checkIdNumber(given.idNumber, asOf);
  if (!name.valid || !idNumber.valid) throw new Error('only what the rules let pass is normalised');
  return { name: name.name, idNumber: idNumber.idNumber };
}
