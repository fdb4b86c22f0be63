import type { Application } from '../application/application.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { ProvincePolicy } from '../units/province.ts';
import { defaultProvincePolicy } from '../units/province.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import type { FaultFinding, RuleId } from './finding.ts';

/** What a province may decide about who can apply [policy]. */
export interface EligibilityPolicy extends ProvincePolicy {
  readonly agentsAllowed: boolean;
}

/** The plan has the applicant show the document in person, so agents are off until a province allows them. */
export const defaultEligibilityPolicy: EligibilityPolicy = { ...defaultProvincePolicy, agentsAllowed: false };

/** What the rules must know beside the application itself. */
export interface EligibilityContext {
  /** The date on which the applicant stands at the counter. */
  readonly asOf: PlainDate;
  readonly acceptingStation: UnitCode;
  readonly tree: UnitTree;
  /** Every six-digit division code that ever was in force. */
  readonly divisions: ReadonlySet<string>;
  readonly policy: EligibilityPolicy;
  /** Open cases of the same applicant for one of these matters, at any station (E8). */
  readonly openCasesOfSameMatter: readonly CaseNo[];
  /** The officer's verdict that the application goes on beside those cases. */
  readonly duplicateVerdict?: { readonly goOn: true; readonly reason: string };
}

/** One rule of eligibility: what it finds wrong, and the clause or law it rests on. */
export interface Rule {
  readonly id: RuleId;
  readonly basis: string;
  readonly evaluate: (application: Application, context: EligibilityContext) => readonly FaultFinding[];
}

/** Whether a text says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
