import { isBlank } from '../rule.ts';
import type { Rule } from '../rule.ts';

const basis = '实施方案三（一）';

/** E4: why the household booklet cannot be had. One that is at hand proves by itself what stands in it. */
export const bookletReasonRule: Rule = {
  id: 'E4',
  basis,
  evaluate({ bookletReason }) {
    switch (bookletReason.kind) {
      case 'family_conflict':
        return [];
      case 'other': {
        if (!isBlank(bookletReason.statement)) return [];
        const message = '未说明无法取得居民户口簿的原因，请选择家庭矛盾或填写其他原因。';
        return [{ pointer: '/bookletReason/statement', code: 'booklet_statement_missing', message }];
      }
      case 'at_hand': {
        const message =
          '申请人能够出示居民户口簿，不属于因故无法取得户口簿的情形；户口簿已能证明的事项，凭户口簿即可，无需开具证明。';
        return [
          {
            pointer: '/bookletReason/kind',
            code: 'booklet_at_hand',
            message,
            basis: `${basis}；公通字〔2016〕21号`,
          },
        ];
      }
    }
  },
};
