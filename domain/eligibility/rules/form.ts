import type { FaultFinding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isBlank } from '../rule.ts';

// A mobile number, or a landline with its area code; without one nobody can be notified [§4].
const telephonePattern = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

function findTelephoneFault(telephone: string): FaultFinding | undefined {
  const pointer = '/applicant/telephone';
  if (isBlank(telephone))
    return { pointer, code: 'telephone_missing', message: '未填写联系电话，无法通知领取证明。' };
  if (telephonePattern.test(telephone.replace(/\s/g, ''))) return undefined;
  return { pointer, code: 'telephone_unreadable', message: '联系电话应为11位手机号码或带区号的固定电话。' };
}

/** F1: the application form is complete and signed. */
export const formRule: Rule = {
  id: 'F1',
  basis: '实施方案三（二）（1）、（4）',
  evaluate({ applicant, undertakingSigned }) {
    const telephoneFault = findTelephoneFault(applicant.telephone);
    const faults: FaultFinding[] = telephoneFault ? [telephoneFault] : [];
    if (isBlank(applicant.residenceAddress)) {
      const message = '未填写现居住地址。';
      faults.push({ pointer: '/applicant/residenceAddress', code: 'residence_address_missing', message });
    }
    if (!undertakingSigned) {
      const message = '申请表中的承诺书尚未由申请人签名。';
      faults.push({ pointer: '/undertakingSigned', code: 'undertaking_not_signed', message });
    }
    return faults;
  },
};
