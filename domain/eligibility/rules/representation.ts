import type { Application } from '../../application/application.ts';
import { checkIdNumber } from '../../identity/id-number.ts';
import type { FaultFinding } from '../finding.ts';
import type { EligibilityContext, Rule } from '../rule.ts';
import { isBlank } from '../rule.ts';
import { findPersonFaults } from './person-faults.ts';

function findGuardianFaults(
  { applicant, guardian }: Application,
  { asOf }: EligibilityContext,
): FaultFinding[] {
  if (guardian) {
    const faults = findPersonFaults(guardian, '/guardian', asOf);
    if (!isBlank(guardian.relation)) return faults;
    const message = '请填写监护人与申请人的关系。';
    return [...faults, { pointer: '/guardian/relation', code: 'guardian_relation_missing', message }];
  }
  const idNumber = checkIdNumber(applicant.idNumber, asOf);
  if (!idNumber.valid || !idNumber.warnings.includes('under_16')) return [];
  const message = '申请人未满16周岁，应由监护人代为申请，请填写监护人信息。';
  return [{ pointer: '/guardian', code: 'guardian_missing', message }];
}

function findAgentFaults({ agent }: Application, { asOf, policy }: EligibilityContext): FaultFinding[] {
  if (!agent) return [];
  if (policy.agentsAllowed) return findPersonFaults(agent, '/agent', asOf);
  const message = '本省未开通委托代办，请申请人本人持有效身份证件办理。';
  return [{ pointer: '/agent', code: 'agent_not_allowed', message }];
}

/** E9: who may act for the applicant. */
export const representationRule: Rule = {
  id: 'E9',
  basis: '实施方案三（二）（1）；民法典第二十七条、第三十四条',
  evaluate: (application, context) => [
    ...findGuardianFaults(application, context),
    ...findAgentFaults(application, context),
  ],
};
