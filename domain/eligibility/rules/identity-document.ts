import type { Rule } from '../rule.ts';
import { findDocumentFaults } from './document-faults.ts';

/** E6: a valid identity document was checked in person, and the person is the one on it. */
export const identityDocumentRule: Rule = {
  id: 'E6',
  basis: '实施方案三（二）（1）',
  evaluate({ identityDocument, agent }, context) {
    const holder = agent === undefined ? 'present' : 'represented';
    return findDocumentFaults(identityDocument, { pointer: '/identityDocument', holder }, context);
  },
};
