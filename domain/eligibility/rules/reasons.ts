import { isBlank } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** E3: why the applicant lives across provinces. */
export const residenceReasonRule: Rule = {
  id: 'E3',
  basis: '实施方案三（一）',
  evaluate({ residenceReasons }) {
    if (residenceReasons.length > 0) return [];
    const message = '未说明跨省居住的原因，请选择就业、就学、居住中的一项或多项。';
    return [{ pointer: '/residenceReasons', code: 'residence_reason_missing', message }];
  },
};

/** E4: why the household booklet cannot be had. */
export const bookletReasonRule: Rule = {
  id: 'E4',
  basis: '实施方案三（一）',
  evaluate({ bookletReason }) {
    if (bookletReason.kind === 'family_conflict' || !isBlank(bookletReason.statement)) return [];
    const message = '未说明无法取得居民户口簿的原因，请选择家庭矛盾或填写其他原因。';
    return [{ pointer: '/bookletReason/statement', code: 'booklet_statement_missing', message }];
  },
};
