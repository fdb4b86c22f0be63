import type { Application } from '../application/application.ts';
import { hintsOf, warningsOf } from './advice.ts';
import type { Advice, Fault } from './finding.ts';
import type { EligibilityContext, Rule } from './rule.ts';
import { applicantRule } from './rules/applicant.ts';
import { bookletReasonRule } from './rules/booklet-reason.ts';
import { duplicatesRule } from './rules/duplicates.ts';
import { formRule } from './rules/form.ts';
import { identityDocumentRule } from './rules/identity-document.ts';
import { laneRule } from './rules/lane.ts';
import { mattersRule } from './rules/matters.ts';
import { dateAtCounter, paperDateRule } from './rules/paper-date.ts';
import { representationRule } from './rules/representation.ts';
import { residenceReasonRule } from './rules/residence-reason.ts';
import { toldRule } from './rules/told.ts';

/** All rules of eligibility, in the order in which faults are shown. */
export const rules: readonly Rule[] = [
  applicantRule,
  laneRule,
  residenceReasonRule,
  bookletReasonRule,
  mattersRule,
  identityDocumentRule,
  toldRule,
  duplicatesRule,
  representationRule,
  formRule,
  paperDateRule,
];

export type Eligibility = {
  readonly warnings: readonly Advice[];
  readonly hints: readonly Advice[];
} & (
  | { readonly verdict: 'eligible'; readonly faults: readonly [] }
  | { readonly verdict: 'ineligible'; readonly faults: readonly [Fault, ...Fault[]] }
);

/** Judges an application by all rules; every fault is returned, so that the applicant is told once (§2). */
export function evaluate(application: Application, context: EligibilityContext): Eligibility {
  const asOf = dateAtCounter(application, context.today);
  const ruleContext = { ...context, asOf };
  const advice = { warnings: warningsOf(application, ruleContext), hints: hintsOf(application) };
  const [first, ...others] = rules.flatMap(({ id, basis, evaluate: faultsOf }) =>
    faultsOf(application, ruleContext).map((finding): Fault => ({ rule: id, basis, ...finding })),
  );
  if (!first) return { verdict: 'eligible', faults: [], ...advice };
  return { verdict: 'ineligible', faults: [first, ...others], ...advice };
}
