import { lookAtAgreement } from './agreement.ts';
import type { Remedier } from './remedier.ts';
import { commandIdOf, minuteMs, notApplicable, notYet } from './remedier.ts';
import { getCase, tellCase } from './tell-case.ts';

/** Has a case that had ended go on where it stood, by a workflow that takes it up from its ledger. */
export const restart: Remedier<'restart'> = {
  patienceMs: 2 * minuteMs,
  async apply(treatment) {
    const { anonymisedAt } = await getCase(treatment);
    if (anonymisedAt !== null) return notApplicable('保存期限已过，个人信息已清除。');
    return tellCase(treatment, { type: 'reopen_case' });
  },
  async look(treatment) {
    const { state, status } = await getCase(treatment);
    const isReopened = state.stepKeys.includes(commandIdOf(treatment)) && status !== 'closed';
    return isReopened ? lookAtAgreement(treatment) : notYet;
  },
};
