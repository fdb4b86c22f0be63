import type { Application } from '../application/application.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { EndedDivision } from '../units/division-code.ts';
import type { CorpsPolicy } from '../units/province.ts';
import { defaultCorpsPolicy } from '../units/province.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import type { FaultFinding, RuleId } from './finding.ts';

/** What a province may decide about who can apply [policy]. */
export interface EligibilityPolicy extends CorpsPolicy {
  readonly agentsAllowed: boolean;
  /** Whether a document that is checked by eye needs a second officer. */
  readonly manualCheckNeedsSecondOfficer: boolean;
}

/** The plan has the applicant show the document in person, so agents are off until a province allows them. */
export const defaultEligibilityPolicy: EligibilityPolicy = {
  ...defaultCorpsPolicy,
  agentsAllowed: false,
  manualCheckNeedsSecondOfficer: false,
};

/** Open cases of a person, as far as whoever asks may know of them. */
export interface OpenCases {
  /** Those in his unit's scope. */
  readonly inScope: readonly CaseNo[];
  /** Of the others he learns no more than whether there are any: a number says where and when. */
  readonly elsewhere: 'none' | 'some';
}

/** What the rules must know beside the application itself. */
export interface EligibilityContext {
  readonly today: PlainDate;
  readonly acceptingStation: UnitCode;
  /** The officer who accepts. */
  readonly officerId: string;
  readonly tree: UnitTree;
  /** Every six-digit division code that ever was in force. */
  readonly divisions: ReadonlySet<string>;
  /** Those of them that no longer are, by their codes. */
  readonly endedDivisions: ReadonlyMap<string, EndedDivision>;
  /** Of the accepting station's province. */
  readonly policy: EligibilityPolicy;
  /** Open cases of the same applicant for one of these matters, at any station (E8). */
  readonly openCasesOfSameMatter: OpenCases;
  /** His open cases for other matters: nothing speaks against them. */
  readonly otherOpenCases: OpenCases;
  /** The officer's verdict that the application goes on beside those of the same matter. */
  readonly duplicateVerdict?: { readonly goOn: true; readonly reason: string };
}

/** The context as a rule sees it. */
export interface RuleContext extends EligibilityContext {
  /** The date on which the applicant stands at the counter, or stood there for a paper case entered later. */
  readonly asOf: PlainDate;
}

/** One rule of eligibility: what it finds wrong, and the clause or law it rests on. */
export interface Rule {
  readonly id: RuleId;
  readonly basis: string;
  readonly evaluate: (application: Application, context: RuleContext) => readonly FaultFinding[];
}

export const noOpenCases: OpenCases = { inScope: [], elsewhere: 'none' };

/** Whether there are none at all. */
export function isNone({ inScope, elsewhere }: OpenCases): boolean {
  return inScope.length === 0 && elsewhere === 'none';
}

/** Whether a text says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
