import type { IdentityDocument } from '../../application/application.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { isPlainDate } from '../../time/plain-date.ts';
import type { FaultFinding } from '../finding.ts';
import type { Rule } from '../rule.ts';

function findValidityFault({ validUntil }: IdentityDocument, asOf: PlainDate): FaultFinding | undefined {
  const pointer = '/identityDocument/validUntil';
  if (validUntil === 'long_term') return undefined;
  if (!isPlainDate(validUntil)) {
    const message = '身份证件有效期应为日期（YYYY-MM-DD）或长期。';
    return { pointer, code: 'identity_document_date_unreadable', message };
  }
  // A document is valid through the day it bears.
  if (validUntil >= asOf) return undefined;
  return { pointer, code: 'identity_document_expired', message: '身份证件已过有效期，请交验有效身份证件。' };
}

/** E6: a valid identity document was checked in person. */
export const identityDocumentRule: Rule = {
  id: 'E6',
  basis: '实施方案三（二）（1）',
  evaluate({ identityDocument }, { asOf }) {
    const faults: FaultFinding[] = [];
    if (identityDocument.checkedInPerson === null) {
      faults.push({
        pointer: '/identityDocument/checkedInPerson',
        code: 'identity_document_not_checked',
        message: '尚未当面核验身份证件，请核验后记录核验方式。',
      });
    }
    const validityFault = findValidityFault(identityDocument, asOf);
    return validityFault ? [...faults, validityFault] : faults;
  },
};
