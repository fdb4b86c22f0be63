import type { Application, RequestedMatter } from '../../application/application.ts';
import { isMatterCode, matters as catalogue } from '../../matters/catalogue.ts';
import { findNeverCertified } from '../../matters/never-certified.ts';
import type { FaultFinding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isBlank } from '../rule.ts';

function findMatterFault({ code, details }: RequestedMatter, pointer: string): FaultFinding | undefined {
  if (isMatterCode(code)) {
    if (!catalogue[code].detailsRequired || !isBlank(details ?? '')) return undefined;
    const message = `申请证明“${catalogue[code].title}”的，请写明具体内容。`;
    return { pointer: `${pointer}/details`, code: 'matter_details_missing', message };
  }
  const elsewhere = findNeverCertified(code);
  if (elsewhere) {
    const message = `“${elsewhere.title}”不属于户籍事项证明，请向${elsewhere.office}申请。`;
    return { pointer: `${pointer}/code`, code: 'matter_never_certified', message };
  }
  const message = '该事项不在申请证明事项目录内，不能出具户籍事项证明。';
  return { pointer: `${pointer}/code`, code: 'matter_not_in_catalogue', message };
}

function findRepeats(matters: Application['matters']): FaultFinding[] {
  return matters.flatMap(({ code }, index) => {
    if (matters.findIndex((matter) => matter.code === code) === index) return [];
    return [
      {
        pointer: `/matters/${index}/code`,
        code: 'matter_repeated',
        message: '同一事项重复填写，请保留一项。',
      },
    ];
  });
}

/** E5: every matter is in the catalogue. */
export const mattersRule: Rule = {
  id: 'E5',
  basis: '公安机关“五个一律”；申请证明事项目录',
  evaluate({ matters }) {
    if (matters.length === 0) {
      return [
        { pointer: '/matters', code: 'matter_missing', message: '未选择申请证明事项，请至少选择一项。' },
      ];
    }
    const faults = matters.flatMap((matter, index) => findMatterFault(matter, `/matters/${index}`) ?? []);
    return [...faults, ...findRepeats(matters)];
  },
};
