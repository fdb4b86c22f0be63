import type { DayEnd } from './calendar/due-instant.ts';
import type { OfficeTimetable } from './calendar/office-hours.ts';
import { defaultTimetable } from './calendar/office-hours.ts';
import type { ClockId } from './clocks/clock-id.ts';
import { defaultLadders } from './escalation/default-ladders.ts';
import type { FreshnessPolicy } from './directory/standing.ts';
import { defaultFreshnessPolicy } from './directory/standing.ts';
import type { EligibilityPolicy } from './eligibility/rule.ts';
import { defaultEligibilityPolicy } from './eligibility/rule.ts';
import type { RungRule } from './escalation/rung.ts';
import type { MatterCode } from './matters/catalogue.ts';
import type { NoticePolicy } from './notices/policy.ts';
import { defaultNoticePolicy } from './notices/policy.ts';
import type { PaperPolicy } from './papers/paper-policy.ts';
import { defaultPaperPolicy } from './papers/paper-policy.ts';
import type { DivisionCode } from './units/division-code.ts';

declare const policyVersionBrand: unique symbol;

/** Names the contents of a policy for good: that of a built-in one, or `<province>/<digest>`. */
export type PolicyVersion = string & { readonly [policyVersionBrand]: true };

/** How long each clock runs: `days` are calendar days, all others working days. */
export type ClockTerm =
  | { readonly unit: 'working_days'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number };

/** What the acts of a case are judged by; a case carries its own copy from its acceptance on. */
export interface CaseTerms {
  /** A wrong station may be changed so often by the officer; from then on a supervisor decides (§4). */
  readonly reroutesWithoutSupervisor: number;
  /** For so many days after the answer a lost certificate is issued anew from it. */
  readonly answerFreshDays: number;
  /**
   * For cases with one of these the home station may ask a further one: they may stand in two registers (§2). Like all of
   * these terms it is the accepting province's: its case is to be one and the same wherever the dossier goes.
   */
  readonly furtherVerificationMatters: readonly MatterCode[];
}

const defaultTerms: CaseTerms = {
  reroutesWithoutSupervisor: 2,
  answerFreshDays: 30,
  furtherVerificationMatters: ['KINSHIP'],
};

/** Terms that were recorded before a setting existed have the default for it. */
export function completedTerms(terms: CaseTerms): CaseTerms {
  return { ...defaultTerms, ...terms };
}

/** What becomes of the 5 working days when pages that were missing or illegible, or papers of a completion, are sent after (§5) [policy]. */
export const materialsRuleTitles = {
  clock_runs: '材料缺页、不清而补发或者申请人补正的，期限照常计算',
  clock_restarts: '材料缺页、不清而补发或者申请人补正的，期限自补充的材料送达起重新计算',
} as const satisfies Record<string, string>;

export type MaterialsRule = keyof typeof materialsRuleTitles;

export const materialsRules = Object.keys(materialsRuleTitles) as MaterialsRule[];

/**
 * What a province may set, every value a default of `domain.md` [policy]. A version never changes: a running case keeps
 * the one that it started with unless it is migrated on purpose.
 */
export interface ProvincePolicy {
  readonly version: PolicyVersion;
  readonly terms: Readonly<Record<ClockId, ClockTerm>>;
  readonly ladders: Readonly<Record<ClockId, readonly RungRule[]>>;
  readonly timetables: {
    readonly ordinary: OfficeTimetable;
    /** Regions with hours of their own; the smallest that holds a station wins. */
    readonly regions: Readonly<Record<DivisionCode, OfficeTimetable>>;
  };
  /** What ends the last day of every term; the ladder's other hours are office hours (§5, §6). */
  readonly dueAtEndOf: DayEnd;
  /** Materials that are completed on their way: whether the 5 days run on or begin anew (§5). */
  readonly onMaterialsCompleted: MaterialsRule;
  /** A revised calendar that makes a running deadline earlier (§5). */
  readonly onEarlierDueDate: 'later_stands' | 'calendar_stands';
  readonly cases: CaseTerms;
  readonly eligibility: EligibilityPolicy;
  readonly papers: PaperPolicy;
  /** Of the people of its units and of its applicants; what holds now, whatever version a case keeps. */
  readonly notices: NoticePolicy;
  /** Of the entries and contacts of its units; what holds now as well. */
  readonly freshness: FreshnessPolicy;
}

const workingDays = (count: number): ClockTerm => ({ unit: 'working_days', count });

export const defaultPolicy: ProvincePolicy = {
  version: 'default' as PolicyVersion,
  terms: {
    transmission: workingDays(1),
    receipt: workingDays(1),
    // [§3]: the home station verifies within 5 working days.
    verification: workingDays(5),
    further_verification: workingDays(2),
    assignment: workingDays(1),
    issue: workingDays(2),
    filing_dispatch: workingDays(1),
    filing_acknowledgement: workingDays(5),
    collection: { unit: 'days', count: 180 },
    reply: workingDays(1),
  },
  ladders: defaultLadders,
  timetables: { ordinary: defaultTimetable, regions: {} },
  dueAtEndOf: 'office_hours',
  onMaterialsCompleted: 'clock_runs',
  onEarlierDueDate: 'later_stands',
  cases: defaultTerms,
  eligibility: defaultEligibilityPolicy,
  papers: defaultPaperPolicy,
  notices: defaultNoticePolicy,
  freshness: defaultFreshnessPolicy,
};

/**
 * Every policy that was ever the default, which running cases name. A default that changes gets another name, and the
 * former one stays here under its own.
 */
export const builtInPolicies: readonly ProvincePolicy[] = [defaultPolicy];

/** What a document that was stored before a setting existed stands for: the default, by which its cases were judged. */
export function completedPolicy(document: ProvincePolicy): ProvincePolicy {
  return {
    ...defaultPolicy,
    ...document,
    terms: { ...defaultPolicy.terms, ...document.terms },
    ladders: { ...defaultPolicy.ladders, ...document.ladders },
    cases: completedTerms(document.cases),
  };
}

/** The office hours of a place: those of its smallest region that has its own, `regions` nearest first. */
export function timetableOf(
  { timetables }: ProvincePolicy,
  regions: readonly DivisionCode[],
): OfficeTimetable {
  const region = regions.find((candidate) => candidate in timetables.regions);
  return (region === undefined ? undefined : timetables.regions[region]) ?? timetables.ordinary;
}
