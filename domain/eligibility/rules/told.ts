import type { Told } from '../../application/application.ts';
import type { FaultFinding } from '../finding.ts';
import type { Rule } from '../rule.ts';

const toldSentences = {
  crossProvinceService: '尚未告知申请人可选择户籍类证明“跨省通办”服务。',
  fiveWorkingDays: '尚未告知申请人户籍地派出所在收到材料后5个工作日内查证。',
  mismatchMeansHomeStation: '尚未告知申请人身份无法查证或信息不一致时须前往户籍地派出所申请办理。',
} as const satisfies Record<keyof Told, string>;

/** E7: the applicant was told of the service, its term and its limit, and chose it. */
export const toldRule: Rule = {
  id: 'E7',
  basis: '实施方案三（二）（1）、（3）',
  evaluate({ told, agreed }) {
    const items = Object.keys(toldSentences) as (keyof Told)[];
    const faults = items
      .filter((item) => !told[item])
      .map((item): FaultFinding => ({
        pointer: `/told/${item}`,
        code: 'not_told',
        message: toldSentences[item],
      }));
    if (agreed) return faults;
    return [
      ...faults,
      { pointer: '/agreed', code: 'not_agreed', message: '申请人尚未同意选择“跨省通办”服务。' },
    ];
  },
};
