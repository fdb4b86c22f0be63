import type { Rule } from '../rule.ts';
import { findPersonFaults } from './person-faults.ts';

/** E1: the applicant is a person of the mainland register. */
export const applicantRule: Rule = {
  id: 'E1',
  basis: '实施方案三（二）（1）；GB 11643',
  evaluate: ({ applicant }, { asOf }) => findPersonFaults(applicant, '/applicant', asOf),
};
