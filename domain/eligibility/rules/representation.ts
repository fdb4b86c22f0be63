import type { Application } from '../../application/application.ts';
import { checkIdNumber } from '../../identity/id-number.ts';
import type { FaultFinding } from '../finding.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { isBlank } from '../rule.ts';
import { findDocumentFaults } from './document-faults.ts';
import { findPersonFaults } from './person-faults.ts';

function findGuardianFaults({ applicant, guardian }: Application, { asOf }: RuleContext): FaultFinding[] {
  if (guardian) {
    const faults = findPersonFaults(guardian, '/guardian', asOf);
    if (isBlank(guardian.relation)) {
      const message = '请填写监护人与申请人的关系。';
      faults.push({ pointer: '/guardian/relation', code: 'guardian_relation_missing', message });
    }
    if (isBlank(guardian.proof)) {
      const message = '请记录能够证明监护关系的证件，或者核查监护关系的方式。';
      faults.push({ pointer: '/guardian/proof', code: 'guardian_proof_missing', message });
    }
    return faults;
  }
  const idNumber = checkIdNumber(applicant.idNumber, asOf);
  if (!idNumber.valid || !idNumber.warnings.includes('under_16')) return [];
  const message = '申请人未满16周岁，应由监护人代为申请，请填写监护人信息。';
  return [{ pointer: '/guardian', code: 'guardian_missing', message }];
}

function findAgentFaults({ agent }: Application, context: RuleContext): FaultFinding[] {
  if (!agent) return [];
  if (!context.policy.agentsAllowed) {
    const message = '本省未开通委托代办，请申请人本人持有效身份证件办理。';
    return [{ pointer: '/agent', code: 'agent_not_allowed', message }];
  }
  const faults = [
    ...findPersonFaults(agent, '/agent', context.asOf),
    ...findDocumentFaults(
      agent.identityDocument,
      { pointer: '/agent/identityDocument', holder: 'present' },
      context,
    ),
  ];
  if (!isBlank(agent.letterOfAuthority)) return faults;
  const message = '委托代办的，请交验授权委托书并记录。';
  return [...faults, { pointer: '/agent/letterOfAuthority', code: 'letter_of_authority_missing', message }];
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
