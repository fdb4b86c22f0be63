import type { OpenCases, Rule } from '../rule.ts';
import { isBlank, isNone } from '../rule.ts';

/** E8: no open case of the same applicant for the same matter, unless the officer says why this one goes on. */
export const duplicatesRule: Rule = {
  id: 'E8',
  basis: '防止重复受理（系统默认规则）',
  evaluate(_application, { openCasesOfSameMatter, duplicateVerdict }) {
    if (isNone(openCasesOfSameMatter)) return [];
    if (duplicateVerdict && !isBlank(duplicateVerdict.reason)) return [];
    const message = `${whereOf(openCasesOfSameMatter)}确需继续受理的，应写明理由。`;
    return [{ pointer: '/matters', code: 'open_case_of_same_matter', message }];
  },
};

/** What there is, and how the officer comes to his verdict. */
function whereOf({ inScope, elsewhere }: OpenCases): string {
  const here = `申请人同一事项已有在办申请件（${inScope.join('、')}）`;
  if (elsewhere === 'none') return `${here}，请民警核实；`;
  const there = '请向申请人询问由何处受理，查看其受理回执，并向受理的派出所核实；';
  if (inScope.length === 0) return `申请人同一事项在其他公安机关已有在办申请件，${there}`;
  return `${here}，在其他公安机关另有，${there}`;
}
