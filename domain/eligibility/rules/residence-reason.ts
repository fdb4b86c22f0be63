import type { Rule } from '../rule.ts';

/** E3: why the applicant lives across provinces. His word is enough; no paper is asked for. */
export const residenceReasonRule: Rule = {
  id: 'E3',
  basis: '实施方案三（一）',
  evaluate({ residenceReasons }) {
    if (residenceReasons.length > 0) return [];
    const message = '未说明跨省居住的原因，请选择就业、就学、居住中的一项或多项。';
    return [{ pointer: '/residenceReasons', code: 'residence_reason_missing', message }];
  },
};
