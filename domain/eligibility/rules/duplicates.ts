import type { Rule } from '../rule.ts';
import { isBlank } from '../rule.ts';

/** E8: no open case of the same applicant for the same matter, unless the officer says why this one goes on. */
export const duplicatesRule: Rule = {
  id: 'E8',
  basis: '防止重复受理（系统默认规则）',
  evaluate(_application, { openCasesOfSameMatter, duplicateVerdict }) {
    if (openCasesOfSameMatter.length === 0) return [];
    if (duplicateVerdict && !isBlank(duplicateVerdict.reason)) return [];
    const caseNos = openCasesOfSameMatter.join('、');
    const message = `申请人同一事项已有在办申请件（${caseNos}），请民警核实；确需继续受理的，应写明理由。`;
    return [{ pointer: '/matters', code: 'open_case_of_same_matter', message }];
  },
};
